package za.lexohub.projectors.publiclink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExtended;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkRegenerated;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNegotiationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.publiclink.PublicLink;
import za.lexohub.readmodels.publiclink.PublicLinkRows;
import za.lexohub.readmodels.publiclink.PublicLinks;

class PublicLinkProjectorIT {

  private static TestStores stores;

  private final Story story = new Story();
  private final PublicLinks links = new PublicLinks(stores.scope);
  private final Replayed events =
      new Replayed(
          new PublicLinkProjector(
              new PublicLinkRows(stores.scope), new PublishedPositions(stores.jdbc)),
          stores.transactions,
          story);

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Test
  void one_link_of_a_purpose_is_live_and_the_others_are_known_for_what_they_are() {
    events.apply(story.requested());
    assertThat(state("s1")).isEqualTo("LIVE");
    assertThat(links.find(story.hash("s1")).orElseThrow())
        .returns(story.tenant.value(), PublicLink::tenant)
        .returns(story.proFormaId.value(), PublicLink::subjectId)
        .returns("SUBMIT", PublicLink::purpose);
    events.apply(
        new ProFormaLinkRegenerated(
            story.proFormaId, story.hash("s2"), 2, Story.NOON.plusSeconds(60)));
    assertThat(List.of(state("s1"), state("s2"))).containsExactly("REPLACED", "LIVE");
    events.apply(story.submitted(), story.drafted(), story.sent());
    assertThat(List.of(state("s2"), state("r1"))).containsExactly("USED", "LIVE");
    assertThat(links.find(story.hash("r1")).orElseThrow().expiresAt())
        .as("the end of the last day in Johannesburg")
        .isEqualTo(Instant.parse("2024-10-01T22:00:00Z"));
    events.apply(
        new ProFormaNegotiationRequested(
            story.proFormaId, story.note("cheaper"), Channel.PUBLIC_LINK, "attorney", Story.NOON),
        new ProFormaSent(
            story.proFormaId,
            2,
            story.attorney(),
            story.hash("r2"),
            2,
            Story.TOTALS.total(),
            LocalDate.of(2024, 10, 1),
            Story.NOON));
    assertThat(List.of(state("r1"), state("r2"))).containsExactly("USED", "LIVE");
    events.apply(
        new ProFormaExtended(story.proFormaId, ExpiryPhase.OFFER, null, LocalDate.of(2024, 11, 1)),
        story.accepted());
    assertThat(state("r2")).isEqualTo("USED");
    assertThat(links.find(story.hash("r2")).orElseThrow().expiresAt())
        .isEqualTo(Instant.parse("2024-11-01T22:00:00Z"));
    events.assertNothingChangesWhenTheyComeAgain(this::all);
  }

  @Test
  void an_unknown_hash_finds_nothing_and_a_known_one_shows_only_its_own_row() {
    events.apply(story.requested());
    assertThat(links.find("unknown")).isEmpty();
    long visible =
        stores.scope.<Long>readNaming(
            "lexohub.link_hash",
            story.hash("s1"),
            jdbc -> jdbc.sql("select count(*) from public_links").query(Long.class).single());
    assertThat(visible).isOne();
    events.assertNothingChangesWhenTheyComeAgain(this::all);
  }

  private String state(String link) {
    return links.find(story.hash(link)).orElseThrow().state();
  }

  private List<Optional<PublicLink>> all() {
    return Stream.of("s1", "s2", "r1", "r2").map(story::hash).map(links::find).toList();
  }
}
