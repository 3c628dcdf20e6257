package za.lexohub.projectors.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.invoice.InvoiceEvents;
import za.lexohub.messages.matter.AccessLevel;
import za.lexohub.messages.matter.MatterEvents;
import za.lexohub.messages.matter.MatterEvents.MatterAccessGranted;
import za.lexohub.messages.matter.MatterEvents.MatterAccessRevoked;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.ProFormaEvents;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExtended;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNegotiationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRevised;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaWithdrawn;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.projectors.invoice.InvoiceProjector;
import za.lexohub.projectors.matter.MatterProjector;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.projectors.proforma.ProFormaProjector;
import za.lexohub.readmodels.access.GrantedInvoice;
import za.lexohub.readmodels.access.GrantedMatter;
import za.lexohub.readmodels.access.GrantedProForma;
import za.lexohub.readmodels.access.GrantedViews;
import za.lexohub.readmodels.access.MatterGrant;
import za.lexohub.readmodels.access.MatterGrantRows;
import za.lexohub.readmodels.invoice.InvoiceRows;
import za.lexohub.readmodels.invoice.InvoiceSort;
import za.lexohub.readmodels.matter.MatterRows;
import za.lexohub.readmodels.matter.MatterSort;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.proforma.ProFormaRows;
import za.lexohub.readmodels.proforma.ProFormaSort;

class MatterGrantProjectorIT {
  private static final String NALEDI = "naledi";

  private static TestStores stores;

  private final Story story = new Story();
  private final String tenant = story.tenant.value();
  private final GrantedViews granted = new GrantedViews(stores.scope);
  private final PublishedPositions positions = new PublishedPositions(stores.jdbc);
  private final OpenedText opened = new OpenedText(story.vault);
  private final Replayed grants =
      replayed(new MatterGrantProjector(new MatterGrantRows(stores.scope), positions));
  private final Replayed matters =
      replayed(new MatterProjector(new MatterRows(stores.scope), opened, positions));
  private final Replayed proFormas =
      replayed(new ProFormaProjector(new ProFormaRows(stores.scope), opened, positions));
  private final Replayed invoices =
      replayed(new InvoiceProjector(new InvoiceRows(stores.scope), opened, positions));

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Test
  void a_grant_shows_the_matter_and_what_was_sent_on_it_until_it_is_taken_back() {
    apply(story.matterOpened(), story.drafted(), story.invoiceGenerated());
    assertThat(matter(NALEDI)).isEmpty();

    apply(granted(NALEDI, AccessLevel.VIEW));
    assertThat(matter(NALEDI).orElseThrow())
        .returns("VIEW", GrantedMatter::access)
        .returns("Nomsa Dlamini", GrantedMatter::clientName)
        .returns(2L, GrantedMatter::version);
    assertThat(proForma(NALEDI)).as("a draft is nobody's but the advocate's").isEmpty();
    assertThat(invoice(NALEDI)).isEmpty();

    apply(story.sent(), story.invoiceSent());
    assertThat(proForma(NALEDI).orElseThrow())
        .returns("SENT", GrantedProForma::status)
        .returns("Adv T. Mokoena", GrantedProForma::advocate);
    assertThat(proForma(NALEDI).orElseThrow().lines()).hasSize(2);
    assertThat(invoice(NALEDI).orElseThrow())
        .returns("SENT", GrantedInvoice::status)
        .returns(3_162_500L, it -> it.balance().amount());
    assertThat(ids(NALEDI))
        .containsExactly(story.matterId.value(), story.proFormaId.value(), story.invoiceId.value());

    apply(granted(NALEDI, AccessLevel.APPROVE));
    assertThat(matter(NALEDI).orElseThrow().access()).isEqualTo("APPROVE");
    apply(new MatterAccessRevoked(story.matterId, NALEDI, null));
    assertThat(ids(NALEDI)).isEmpty();
    assertThat(matter(NALEDI)).isEmpty();
    assertThat(proForma(NALEDI)).isEmpty();
    assertThat(invoice(NALEDI)).isEmpty();
    apply(granted(NALEDI, AccessLevel.VIEW));
    grants.assertNothingChangesWhenTheyComeAgain(this::whoMay);
    assertThat(whoMay()).extracting(MatterGrant::level).containsExactly("VIEW");
  }

  @Test
  void one_attorney_sees_nothing_of_anothers_and_nothing_in_other_books() {
    apply(story.matterOpened(), granted(NALEDI, AccessLevel.ADMIN));

    assertThat(matter("sipho")).isEmpty();
    assertThat(ids("sipho")).isEmpty();
    assertThat(granted.matter("t-other", NALEDI, story.matterId.value())).isEmpty();
    assertThat(granted.grants("t-other", story.matterId.value())).isEmpty();
  }

  @Test
  void an_offer_under_negotiation_is_not_shown_because_it_may_be_another_by_now() {
    apply(story.matterOpened(), granted(NALEDI, AccessLevel.APPROVE));
    apply(story.drafted(), story.sent());
    apply(
        new ProFormaNegotiationRequested(
            story.proFormaId, story.note("cheaper"), Channel.ATTORNEY_LOGIN, NALEDI, Story.NOON));

    GrantedProForma seen = proForma(NALEDI).orElseThrow();
    assertThat(seen.status()).isEqualTo("NEGOTIATING");
    assertThat(seen.totals()).isNull();
    assertThat(seen.lines()).isNull();
    assertThat(seen.narrative()).isNull();
  }

  @Test
  void an_offer_that_was_never_sent_is_not_shown_whatever_became_of_it() {
    apply(story.matterOpened(), granted(NALEDI, AccessLevel.APPROVE));
    apply(story.drafted(), story.sent());
    apply(
        new ProFormaNegotiationRequested(
            story.proFormaId, story.note("cheaper"), Channel.ATTORNEY_LOGIN, NALEDI, Story.NOON),
        new ProFormaRevised(
            story.proFormaId,
            2,
            story.wording(),
            story.drafted().offer(),
            story.sent().validUntil()));
    assertThatNoOfferIsShown();

    apply(new ProFormaExpired(story.proFormaId, ExpiryPhase.OFFER, Story.NOON));
    assertThat(proForma(NALEDI).orElseThrow().status()).isEqualTo("EXPIRED");
    assertThatNoOfferIsShown();

    apply(
        new ProFormaExtended(story.proFormaId, ExpiryPhase.OFFER, null, story.sent().validUntil()),
        new ProFormaWithdrawn(story.proFormaId, null));
    assertThat(proForma(NALEDI).orElseThrow().status()).isEqualTo("WITHDRAWN");
    assertThatNoOfferIsShown();

    apply(story.sent());
    GrantedProForma seen = proForma(NALEDI).orElseThrow();
    assertThat(seen.title()).isNotNull();
    assertThat(seen.validUntil()).isNotNull();
    assertThat(seen.lines()).isNotEmpty();
    proFormas.replayFromZero();
    assertThat(proForma(NALEDI)).contains(seen);
  }

  private void assertThatNoOfferIsShown() {
    GrantedProForma seen = proForma(NALEDI).orElseThrow();
    assertThat(seen.title()).isNull();
    assertThat(seen.narrative()).isNull();
    assertThat(seen.lines()).isNull();
    assertThat(seen.totals()).isNull();
    assertThat(seen.validUntil()).isNull();
  }

  @Test
  void whoever_asked_for_a_matter_may_answer_on_it() {
    MatterId asked = MatterId.random();
    grants.apply(
        new MatterRequested(
            asked,
            story.tenant,
            "JHB/2026/002",
            "litigation",
            Bar.JOHANNESBURG,
            story.client(),
            story.attorney(),
            story.wording(),
            true,
            NALEDI,
            LocalDate.of(2026, 3, 2)));

    assertThat(granted.grants(tenant, asked.value()))
        .extracting(MatterGrant::attorneyId, MatterGrant::level)
        .containsExactly(tuple(NALEDI, "APPROVE"));
    grants.replayFromZero();
    assertThat(granted.grants(tenant, asked.value())).hasSize(1);
  }

  private void apply(DomainEvent... events) {
    for (DomainEvent event : events) {
      switch (event) {
        case MatterEvents it -> {
          matters.apply(it);
          grants.apply(it);
        }
        case ProFormaEvents it -> proFormas.apply(it);
        case InvoiceEvents it -> invoices.apply(it);
        default -> throw new IllegalArgumentException(event.toString());
      }
    }
  }

  private MatterAccessGranted granted(String attorney, AccessLevel level) {
    return new MatterAccessGranted(story.matterId, attorney, level);
  }

  private List<MatterGrant> whoMay() {
    return granted.grants(tenant, story.matterId.value());
  }

  private Optional<GrantedMatter> matter(String attorney) {
    return granted.matter(tenant, attorney, story.matterId.value());
  }

  private Optional<GrantedProForma> proForma(String attorney) {
    return granted.proForma(tenant, attorney, story.proFormaId.value());
  }

  private Optional<GrantedInvoice> invoice(String attorney) {
    return granted.invoice(tenant, attorney, story.invoiceId.value());
  }

  /** What the three lists hold. */
  private List<Object> ids(String attorney) {
    return Stream.of(
            granted
                .matters(tenant, attorney, Sort.descending(MatterSort.CREATED_AT), 1, null)
                .entries()
                .stream()
                .map(GrantedMatter::id),
            granted
                .proFormas(
                    tenant,
                    attorney,
                    story.matterId.value(),
                    Sort.descending(ProFormaSort.CREATED_AT),
                    1,
                    null)
                .entries()
                .stream()
                .map(GrantedProForma::id),
            granted
                .invoices(
                    tenant,
                    attorney,
                    story.matterId.value(),
                    Sort.descending(InvoiceSort.CREATED_AT),
                    1,
                    null)
                .entries()
                .stream()
                .map(GrantedInvoice::id))
        .flatMap(it -> it)
        .<Object>map(it -> it)
        .toList();
  }

  private Replayed replayed(Object projector) {
    return new Replayed(projector, stores.transactions, story);
  }
}
