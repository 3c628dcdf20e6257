package za.lexohub.processes.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.processes.SagaStage.METADATA;
import static za.lexohub.processes.SagaStage.NOW;
import static za.lexohub.processes.Walk.PRO_FORMA;
import static za.lexohub.processes.Walk.TENANT;
import static za.lexohub.processes.Walk.VALID_UNTIL;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.Supplier;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.Offer;
import za.lexohub.messages.proforma.ProFormaCommands.ExpireProForma;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDeclined;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExtended;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkRegenerated;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequestSubmitted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRevised;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaWithdrawn;
import za.lexohub.messages.proforma.Urgency;
import za.lexohub.processes.SagaStage;
import za.lexohub.processes.Walk;

class ProFormaExpirySagaTest {

  private static final String DEADLINE = "pro-forma-expiry";
  private static final Instant LINK_ENDS = NOW.plus(Duration.ofDays(7));

  /** The end of 4 December 2026 in Johannesburg. */
  private static final Instant OFFER_ENDS = Instant.parse("2026-12-04T22:00:00Z");

  private static final PersonalData SEALED =
      new PersonalData(PRO_FORMA.value(), PRO_FORMA.value(), "bm9uY2U=", "Y2k=");

  private final SagaStage<ProFormaExpirySaga> stage =
      new SagaStage<>(
          ProFormaExpirySaga.class, new DeadlineLimits(Duration.ofMinutes(1), Duration.ofHours(1)));
  private final SagaTestFixture<ProFormaExpirySaga> fixture = stage.fixture;

  private static ExpireProForma expire(Instant at) {
    return new ExpireProForma(PRO_FORMA, TENANT, at);
  }

  private SagaTestFixture<ProFormaExpirySaga> requested() {
    fixture.givenAPublished(Walk.requested(LINK_ENDS), METADATA);
    return fixture;
  }

  private SagaTestFixture<ProFormaExpirySaga> sent() {
    fixture.givenAPublished(Walk.sent(1, VALID_UNTIL), METADATA);
    return fixture;
  }

  @Test
  void a_link_expires_at_its_instant() {
    requested()
        .whenTimeAdvancesTo(LINK_ENDS)
        .expectDispatchedCommands(expire(LINK_ENDS))
        .expectScheduledDeadlineWithName(Duration.ofMinutes(1), DEADLINE);
  }

  @Test
  void a_regenerated_link_has_its_own_end() {
    Instant later = LINK_ENDS.plus(Duration.ofDays(3));
    requested().andThenAPublished(new ProFormaLinkRegenerated(PRO_FORMA, "hash2", 2, later));
    fixture.whenTimeAdvancesTo(LINK_ENDS).expectNoDispatchedCommands();
    fixture.whenTimeAdvancesTo(later).expectDispatchedCommands(expire(later));
  }

  @Test
  void an_offer_is_open_until_the_end_of_its_last_day_in_johannesburg() {
    sent().whenTimeAdvancesTo(OFFER_ENDS.minusSeconds(1)).expectNoDispatchedCommands();
    fixture.whenTimeAdvancesTo(OFFER_ENDS).expectDispatchedCommands(expire(OFFER_ENDS));
  }

  @Test
  void an_offer_that_is_revised_while_it_is_negotiated_ends_later() {
    Offer offer = new Offer(List.of(), Walk.TOTALS, new Supplier(Bar.JOHANNESBURG, true, SEALED));
    sent()
        .andThenAPublished(
            new ProFormaRevised(PRO_FORMA, 2, SEALED, offer, VALID_UNTIL.plusDays(10)));
    fixture.whenTimeAdvancesTo(OFFER_ENDS).expectNoDispatchedCommands();
    Instant later = OFFER_ENDS.plus(Duration.ofDays(10));
    fixture.whenTimeAdvancesTo(later).expectDispatchedCommands(expire(later));
    assertThat(Walk.TOTALS.total()).isEqualTo(Money.cents(3_162_500));
  }

  @Test
  void it_is_asked_for_until_it_has_expired() {
    sent().andThenTimeAdvancesTo(OFFER_ENDS);
    fixture
        .whenTimeElapses(Duration.ofMinutes(1))
        .expectDispatchedCommands(expire(OFFER_ENDS.plusSeconds(60)))
        .expectScheduledDeadlineWithName(Duration.ofMinutes(2), DEADLINE);
    fixture
        .whenPublishingA(new ProFormaExpired(PRO_FORMA, ExpiryPhase.OFFER, OFFER_ENDS))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void a_clock_that_is_behind_waits_for_its_own_end() {
    sent();
    stage.clockIsBehindBy(90);
    fixture
        .whenTimeAdvancesTo(OFFER_ENDS)
        .expectNoDispatchedCommands()
        .expectScheduledDeadlineWithName(OFFER_ENDS.plusSeconds(60), DEADLINE);
  }

  @Test
  void an_extended_offer_is_watched_again() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(
            new ProFormaExtended(PRO_FORMA, ExpiryPhase.OFFER, null, LocalDate.of(2026, 12, 4)),
            METADATA)
        .expectActiveSagas(1)
        .expectScheduledDeadlineWithName(OFFER_ENDS, DEADLINE);
  }

  @Test
  void an_extended_link_is_watched_again() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(
            new ProFormaExtended(PRO_FORMA, ExpiryPhase.REQUEST, LINK_ENDS, null), METADATA)
        .expectScheduledDeadlineWithName(LINK_ENDS, DEADLINE);
  }

  @Test
  void whatever_closes_it_ends_the_watch() {
    List<Object> closing =
        List.of(
            new ProFormaRequestSubmitted(
                PRO_FORMA,
                Walk.sent(1, VALID_UNTIL).recipient(),
                Walk.sent(1, VALID_UNTIL).recipient(),
                SEALED,
                "Commercial",
                Urgency.LOW,
                NOW),
            Walk.accepted(),
            new ProFormaDeclined(PRO_FORMA, null, Channel.PUBLIC_LINK, "attorney", NOW),
            new ProFormaWithdrawn(PRO_FORMA, null));
    for (Object event : closing) {
      new ProFormaExpirySagaTest()
          .requested()
          .whenPublishingA(event, METADATA)
          .expectActiveSagas(0)
          .expectNoDispatchedCommands()
          .expectNoScheduledDeadlines();
    }
  }

  @Test
  void repeated_events_and_late_deadlines_change_nothing() {
    requested()
        .whenPublishingA(Walk.requested(LINK_ENDS), METADATA)
        .expectActiveSagas(1)
        .expectScheduledDeadline(LINK_ENDS, 1);
    fixture.andThenAPublished(
        new ProFormaLinkRegenerated(PRO_FORMA, "hash2", 2, LINK_ENDS.plusSeconds(60)));
    stage.alsoFires(LINK_ENDS, DEADLINE, 1, "proFormaId", PRO_FORMA.toString());
    fixture.whenTimeAdvancesTo(LINK_ENDS).expectNoDispatchedCommands();
  }

  @Test
  void its_state_survives_being_stored() {
    requested();
    ProFormaExpirySaga saga = stage.stored("proFormaId", PRO_FORMA.toString());

    assertThat(SagaStage.storedAndLoaded(saga)).usingRecursiveComparison().isEqualTo(saga);
  }
}
