package za.lexohub.projectors.proforma;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConversionReversed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToInvoice;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToMatter;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExtended;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingRetried;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNegotiationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfStored;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaResent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRevised;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidated;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.paging.Range;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.proforma.ProFormaFilter;
import za.lexohub.readmodels.proforma.ProFormaRows;
import za.lexohub.readmodels.proforma.ProFormaSort;
import za.lexohub.readmodels.proforma.ProFormaStatus;
import za.lexohub.readmodels.proforma.ProFormaSummary;
import za.lexohub.readmodels.proforma.ProFormaView;
import za.lexohub.readmodels.proforma.ProFormaViews;

class ProFormaProjectorIT {

  private static TestStores stores;

  private final Story story = new Story();
  private final ProFormaViews views = new ProFormaViews(stores.scope);
  private final Replayed events =
      new Replayed(
          new ProFormaProjector(
              new ProFormaRows(stores.scope),
              new OpenedText(story.vault),
              new PublishedPositions(stores.jdbc)),
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
  void follows_a_request_to_the_invoice() {
    events.apply(story.requested());
    assertThat(proForma())
        .returns("REQUESTED", ProFormaView::status)
        .returns("HIGH", ProFormaView::urgency)
        .returns(0, ProFormaView::revision);
    events.apply(story.submitted(), story.drafted());
    assertThat(proForma())
        .returns("DRAFT", ProFormaView::status)
        .returns("PF-2024-0001", ProFormaView::quoteNumber)
        .returns(1, ProFormaView::revision);
    assertThat(proForma().lines())
        .extracting("description")
        .containsExactly("Drafting heads", "Copies");
    events.apply(
        story.sent(),
        new ProFormaPdfRequested(story.proFormaId, 1),
        new ProFormaPdfStored(story.proFormaId, 1, "k", "abc", 7, "t", "v"),
        new ProFormaNotificationRequested(story.proFormaId, 1, "pro-forma"),
        new ProFormaNotificationSent(story.proFormaId, 1, "pro-forma", "m-1"),
        story.accepted(),
        new ProFormaValidated(story.proFormaId, 1, story.invoiceId),
        new ProFormaInvoicingFailed(story.proFormaId, 1, "GENERATE_PDF", "S3 is away"));
    assertThat(proForma().invoicing())
        .isEqualTo(
            new ProFormaView.Invoicing(
                1, "FAILED", story.invoiceId.value(), "GENERATE_PDF", "S3 is away"));
    events.apply(
        new ProFormaInvoicingRetried(story.proFormaId, 1, "GENERATE_PDF"),
        new ProFormaConvertedToInvoice(story.proFormaId, 1, story.invoiceId));
    ProFormaView view = proForma();
    assertThat(view.status()).isEqualTo("CONVERTED");
    assertThat(view.totals().total()).isEqualTo(Money.cents(3_162_500));
    assertThat(view.answer().kind()).isEqualTo("ACCEPTED");
    assertThat(view.documents()).singleElement().returns("STORED", ProFormaView.Document::state);
    assertThat(view.notifications())
        .singleElement()
        .returns("SENT", ProFormaView.Notification::state)
        .returns("m-1", ProFormaView.Notification::messageId);
    assertThat(view.version()).isEqualTo(13);
    events.assertNothingChangesWhenTheyComeAgain(this::proForma);
  }

  @Test
  void shows_what_became_of_the_mails_that_a_person_has_sent() {
    events.apply(
        story.requested(),
        new ProFormaLinkSent(story.proFormaId, 1, 1, story.client(), Story.NOON),
        new ProFormaMailFailed(story.proFormaId, 1, 0, "pro-forma-link", "no such mailbox"));
    assertThat(proForma().notifications())
        .singleElement()
        .returns(0, ProFormaView.Notification::revision)
        .returns("FAILED", ProFormaView.Notification::state)
        .returns("no such mailbox", ProFormaView.Notification::reason);
    events.apply(
        story.submitted(),
        story.drafted(),
        story.sent(),
        new ProFormaNotificationSent(story.proFormaId, 1, "pro-forma", "m-1"),
        new ProFormaResent(story.proFormaId, 1, 2, Story.NOON));
    assertThat(proForma().notifications())
        .last()
        .returns("REQUESTED", ProFormaView.Notification::state);
    events.apply(new ProFormaMailSent(story.proFormaId, 2, 1, "pro-forma", "m-2"));
    assertThat(proForma().notifications())
        .last()
        .returns("SENT", ProFormaView.Notification::state)
        .returns("m-2", ProFormaView.Notification::messageId);
    events.assertNothingChangesWhenTheyComeAgain(this::proForma);
  }

  @Test
  void an_extension_takes_it_back_to_where_it_was() {
    events.apply(
        story.requested(), new ProFormaExpired(story.proFormaId, ExpiryPhase.REQUEST, Story.NOON));
    assertThat(proForma().status()).isEqualTo("EXPIRED");
    Instant end = Instant.parse("2024-12-01T00:00:00Z");
    events.apply(new ProFormaExtended(story.proFormaId, ExpiryPhase.REQUEST, end, null));
    assertThat(proForma())
        .returns("REQUESTED", ProFormaView::status)
        .returns(end, ProFormaView::requestExpiresAt);
    events.assertNothingChangesWhenTheyComeAgain(this::proForma);
  }

  @Test
  void a_request_for_a_matter_ends_with_it_until_that_is_taken_back() {
    events.apply(
        story.requested(),
        story.submitted(),
        new ProFormaConvertedToMatter(story.proFormaId, story.matterId, false));
    assertThat(proForma())
        .returns("CONVERTED", ProFormaView::status)
        .returns(story.matterId.value(), ProFormaView::matterId);

    events.apply(
        new ProFormaConversionReversed(
            story.proFormaId, story.matterId, false, story.note("mistake")));
    assertThat(proForma())
        .returns("SUBMITTED", ProFormaView::status)
        .returns(null, ProFormaView::matterId);
    events.assertNothingChangesWhenTheyComeAgain(this::proForma);
  }

  @Test
  void an_accepted_one_stays_accepted_on_its_matter() {
    events.apply(
        story.requested(),
        story.submitted(),
        story.drafted(),
        story.sent(),
        story.accepted(),
        new ProFormaConvertedToMatter(story.proFormaId, story.matterId, true));

    assertThat(proForma())
        .returns("ACCEPTED", ProFormaView::status)
        .returns(story.matterId.value(), ProFormaView::matterId);
    events.assertNothingChangesWhenTheyComeAgain(this::proForma);
  }

  @Test
  void a_negotiation_leads_to_a_new_revision() {
    events.apply(
        story.drafted(),
        story.sent(),
        new ProFormaNegotiationRequested(
            story.proFormaId, story.note("cheaper"), Channel.PUBLIC_LINK, "attorney", Story.NOON));
    assertThat(proForma().answer().note()).isEqualTo("cheaper");
    assertThat(proForma().status()).isEqualTo("NEGOTIATING");
    events.apply(
        new ProFormaRevised(
            story.proFormaId, 2, story.wording(), story.offer(), LocalDate.of(2024, 11, 1)));
    assertThat(proForma())
        .returns(2, ProFormaView::revision)
        .returns(LocalDate.of(2024, 11, 1), ProFormaView::validUntil);
    events.assertNothingChangesWhenTheyComeAgain(this::proForma);
  }

  @Test
  void lists_by_status_matter_dates_and_text() {
    events.apply(story.drafted(), story.sent());
    assertThat(
            found(
                new ProFormaFilter(
                    Set.of(ProFormaStatus.SENT),
                    story.matterId.value(),
                    null,
                    "dlamini",
                    Range.all(),
                    Range.all(),
                    Range.between(LocalDate.of(2024, 9, 1), LocalDate.of(2024, 9, 1)),
                    Range.all())))
        .isOne();
    assertThat(
            found(
                new ProFormaFilter(
                    Set.of(ProFormaStatus.DRAFT),
                    null,
                    null,
                    null,
                    Range.all(),
                    Range.all(),
                    Range.all(),
                    Range.all())))
        .isZero();
    assertThat(
            found(
                new ProFormaFilter(
                    Set.of(),
                    null,
                    null,
                    null,
                    Range.all(),
                    Range.all(),
                    Range.all(),
                    new Range<>(null, LocalDate.of(2024, 10, 1), null, null))))
        .isZero();
    for (ProFormaSort key : ProFormaSort.values()) {
      assertThat(
              views
                  .page(story.tenant.value(), ProFormaFilter.all(), Sort.descending(key), 5, null)
                  .entries())
          .singleElement()
          .returns("Botha Inc", ProFormaSummary::firm);
    }
    events.assertNothingChangesWhenTheyComeAgain(this::proForma);
  }

  private int found(ProFormaFilter filter) {
    return views
        .page(story.tenant.value(), filter, Sort.ascending(ProFormaSort.NUMBER), 5, null)
        .entries()
        .size();
  }

  private ProFormaView proForma() {
    return views.find(story.tenant.value(), story.proFormaId.value()).orElseThrow();
  }
}
