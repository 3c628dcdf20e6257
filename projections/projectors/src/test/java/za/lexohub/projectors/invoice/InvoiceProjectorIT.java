package za.lexohub.projectors.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputeResolved;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePartiallyPaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceRemindersSet;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSettled;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceViewed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReconciled;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReminderSent;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.practice.ReminderType;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.invoice.InvoiceFilter;
import za.lexohub.readmodels.invoice.InvoiceRows;
import za.lexohub.readmodels.invoice.InvoiceSort;
import za.lexohub.readmodels.invoice.InvoiceStatus;
import za.lexohub.readmodels.invoice.InvoiceView;
import za.lexohub.readmodels.invoice.InvoiceViews;
import za.lexohub.readmodels.paging.Range;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.position.PublishedPositions;

class InvoiceProjectorIT {

  private static final LocalDate TODAY = LocalDate.of(2024, 9, 20);
  private static TestStores stores;

  private final Story story = new Story();
  private final InvoiceViews views = new InvoiceViews(stores.scope);
  private final Replayed events =
      new Replayed(
          new InvoiceProjector(
              new InvoiceRows(stores.scope),
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
  void follows_an_invoice_to_the_last_cent_and_back() {
    events.apply(story.invoiceGenerated());
    assertThat(invoice())
        .returns("DRAFT", InvoiceView::status)
        .returns("UNPAID", InvoiceView::paymentStatus)
        .returns("INV-2024-0001", InvoiceView::invoiceNumber);
    events.apply(
        new InvoicePdfRequested(story.invoiceId, PdfKind.DRAFT, 1),
        new InvoicePdfStored(story.invoiceId, PdfKind.DRAFT, 1, "k", "abc", 7, "t", "v"),
        story.invoiceSent());
    assertThat(invoice())
        .returns("SENT", InvoiceView::status)
        .returns("ISSUED", InvoiceView::lifecycle);
    events.apply(new InvoiceViewed(story.invoiceId, Story.NOON));
    assertThat(invoice().status()).isEqualTo("VIEWED");
    events.apply(
        new InvoiceBecameOverdue(story.invoiceId, LocalDate.of(2024, 11, 1), Story.TOTALS.total()));
    assertThat(invoice())
        .returns("OVERDUE", InvoiceView::status)
        .returns(LocalDate.of(2024, 11, 1), InvoiceView::overdueSince);

    PaymentId first = PaymentId.random();
    PaymentId second = PaymentId.random();
    events.apply(
        payment(first, 1_000_000, 2_162_500),
        new InvoicePartiallyPaid(story.invoiceId, Money.cents(1_000_000), Money.cents(2_162_500)));
    assertThat(invoice())
        .returns("OVERDUE", InvoiceView::status)
        .returns("PARTIALLY_PAID", InvoiceView::paymentStatus)
        .returns(2_162_500L, view -> view.balance().amount());
    events.apply(
        payment(second, 2_162_500, 0),
        new InvoicePaid(story.invoiceId, Story.TOTALS.total(), TODAY));
    assertThat(invoice())
        .returns("PAID", InvoiceView::status)
        .returns("PAID", InvoiceView::paymentStatus)
        .returns(null, InvoiceView::overdueSince)
        .returns(TODAY, InvoiceView::paidOn);
    events.apply(
        new PaymentReversed(
            story.invoiceId,
            second,
            Money.cents(2_162_500),
            story.note("bounced"),
            Money.cents(2_162_500)),
        new InvoiceReopened(story.invoiceId, Money.cents(2_162_500), LocalDate.of(2024, 10, 31)));
    assertThat(invoice())
        .returns("OVERDUE", InvoiceView::status)
        .returns(1_000_000L, view -> view.paid().amount())
        .returns(null, InvoiceView::paidOn)
        .returns(12L, InvoiceView::version);
    assertThat(invoice().payments())
        .extracting(InvoiceView.Payment::reversed)
        .containsExactly(false, true);
    events.assertNothingChangesWhenTheyComeAgain(this::invoice);
  }

  @Test
  void keeps_every_mail_and_rendering() {
    events.apply(
        story.invoiceGenerated(),
        new InvoiceNotificationRequested(
            story.invoiceId, "invoice-generated", Recipient.ADVOCATE, 1),
        new InvoiceNotificationFailed(
            story.invoiceId, "invoice-generated", Recipient.ADVOCATE, 1, "no server"),
        new InvoiceNotificationRequested(
            story.invoiceId, "invoice-generated", Recipient.ADVOCATE, 1),
        new InvoiceNotificationSent(
            story.invoiceId, "invoice-generated", Recipient.ADVOCATE, 1, "m-1"),
        new InvoicePdfRequested(story.invoiceId, PdfKind.ORIGINAL, 1),
        new InvoicePdfFailed(story.invoiceId, PdfKind.ORIGINAL, 1, "no font"));
    assertThat(invoice().notifications())
        .singleElement()
        .returns("SENT", InvoiceView.Notification::state)
        .returns(null, InvoiceView.Notification::reason);
    assertThat(invoice().documents())
        .singleElement()
        .returns("no font", InvoiceView.Document::reason);
    events.assertNothingChangesWhenTheyComeAgain(this::invoice);
  }

  @Test
  void a_discarded_draft_is_listed_only_when_asked_for() {
    events.apply(
        story.invoiceGenerated(),
        new InvoiceDiscarded(
            story.invoiceId, "INV-2024-0001", story.proFormaId, story.note("wrong")));
    assertThat(listed(InvoiceFilter.all())).isZero();
    assertThat(
            listed(
                new InvoiceFilter(
                    Set.of(InvoiceStatus.DISCARDED),
                    Set.of(),
                    null,
                    null,
                    null,
                    null,
                    Range.all(),
                    Range.all(),
                    Range.all())))
        .isOne();
    events.assertNothingChangesWhenTheyComeAgain(this::invoice);
  }

  @Test
  void lists_by_every_filter_and_order() {
    events.apply(story.invoiceGenerated(), story.invoiceSent());
    InvoiceFilter fits =
        new InvoiceFilter(
            Set.of(InvoiceStatus.SENT, InvoiceStatus.VIEWED),
            Set.of("UNPAID"),
            story.matterId.value(),
            story.proFormaId.value(),
            "JOHANNESBURG",
            "inv-2024",
            Range.between(Story.NOON, Story.NOON),
            Range.all(),
            new Range<>(LocalDate.of(2024, 10, 31), null, null, LocalDate.of(2024, 11, 1)));
    assertThat(listed(fits)).isOne();
    InvoiceFilter tooLate =
        new InvoiceFilter(
            Set.of(),
            Set.of(),
            null,
            null,
            null,
            null,
            new Range<>(null, Story.NOON, null, null),
            Range.all(),
            Range.all());
    assertThat(listed(tooLate)).isZero();
    for (InvoiceSort key : InvoiceSort.values()) {
      assertThat(views.page(story.tenant.value(), fits, Sort.descending(key), 5, null).entries())
          .hasSize(1);
    }
    events.assertNothingChangesWhenTheyComeAgain(this::invoice);
  }

  @Test
  void keeps_the_whole_account() {
    CreditNoteId credit = CreditNoteId.random();
    CreditNoteId debit = CreditNoteId.random();
    DisputeId dispute = DisputeId.random();
    PaymentId first = PaymentId.random();
    events.apply(
        story.invoiceGenerated(),
        story.invoiceSent(),
        payment(first, 1_000_000, 2_162_500),
        new PaymentReconciled(story.invoiceId, first, TODAY, story.note("FNB 1")),
        new CreditNoteApplied(
            story.invoiceId, credit, "CN-2024-0001", 1, Money.cents(162_500), cents(2_000_000)),
        new DebitNoteApplied(
            story.invoiceId, debit, "DN-2024-0001", 1, Money.cents(1), cents(2_000_001)),
        new InvoiceDisputed(story.invoiceId, dispute, Money.cents(5)));
    assertThat(invoice())
        .returns("DISPUTED", InvoiceView::status)
        .returns("PARTIALLY_PAID", InvoiceView::paymentStatus)
        .returns(1_000_000L, view -> view.paid().amount())
        .returns(162_500L, view -> view.credited().amount())
        .returns(1L, view -> view.debited().amount())
        .returns(2_000_001L, view -> view.balance().amount())
        .returns(dispute.value(), InvoiceView::disputeId);
    assertThat(invoice().notes())
        .extracting(InvoiceView.Note::kind)
        .containsExactly("CREDIT", "DEBIT");
    assertThat(invoice().payments())
        .singleElement()
        .returns(TODAY, InvoiceView.Payment::reconciledOn)
        .returns("FNB 1", InvoiceView.Payment::bankReference);
    assertThat(
            listed(
                new InvoiceFilter(
                    Set.of(InvoiceStatus.DISPUTED),
                    Set.of(),
                    null,
                    null,
                    null,
                    null,
                    Range.all(),
                    Range.all(),
                    Range.all())))
        .isOne();
    events.apply(
        new InvoiceWrittenOff(
            story.invoiceId, Money.cents(1), story.note("a cent"), cents(2_000_000)),
        new InvoiceDisputeResolved(story.invoiceId, dispute, DisputeResolution.SETTLED),
        new InvoiceRemindersSet(story.invoiceId, false),
        new PaymentReminderSent(story.invoiceId, ReminderType.FIRST, 1, TODAY));
    assertThat(invoice())
        .returns("SENT", InvoiceView::status)
        .returns(1L, view -> view.writtenOff().amount())
        .returns(null, InvoiceView::closedReason)
        .returns(false, InvoiceView::remindersEnabled);
    assertThat(invoice().reminders()).containsExactly(new InvoiceView.Reminder(1, "FIRST", TODAY));

    events.apply(
        new CreditNoteApplied(
            story.invoiceId,
            CreditNoteId.random(),
            "CN-2024-0002",
            2,
            Money.cents(2_000_000),
            cents(0)),
        new InvoiceSettled(story.invoiceId, TODAY));
    assertThat(invoice())
        .returns("PAID", InvoiceView::status)
        .returns("PAID", InvoiceView::paymentStatus)
        .returns(TODAY, InvoiceView::paidOn);
    events.apply(
        new PaymentReversed(
            story.invoiceId, first, cents(1_000_000), story.note("bounced"), cents(1_000_000)),
        new InvoiceReopened(story.invoiceId, cents(1_000_000), LocalDate.of(2024, 10, 31)));
    assertThat(invoice())
        .returns("SENT", InvoiceView::status)
        .returns("UNPAID", InvoiceView::paymentStatus)
        .returns(0L, view -> view.paid().amount());
    events.assertNothingChangesWhenTheyComeAgain(this::invoice);
  }

  @Test
  void a_written_off_invoice_is_open_again_when_a_payment_did_not_hold() {
    PaymentId first = PaymentId.random();
    events.apply(
        story.invoiceGenerated(),
        story.invoiceSent(),
        payment(first, 1_000_000, 2_162_500),
        new InvoiceWrittenOff(story.invoiceId, cents(2_162_500), story.note("hopeless"), cents(0)));
    assertThat(invoice())
        .returns("WRITTEN_OFF", InvoiceView::status)
        .returns("PARTIALLY_PAID", InvoiceView::paymentStatus)
        .returns("hopeless", InvoiceView::closedReason);
    events.apply(
        new PaymentReversed(
            story.invoiceId, first, cents(1_000_000), story.note("bounced"), cents(1_000_000)),
        new InvoiceReopened(story.invoiceId, cents(1_000_000), LocalDate.of(2024, 10, 31)));
    assertThat(invoice())
        .returns("SENT", InvoiceView::status)
        .returns(null, InvoiceView::closedReason)
        .returns(1_000_000L, view -> view.balance().amount());
    events.assertNothingChangesWhenTheyComeAgain(this::invoice);
  }

  private static Money cents(long cents) {
    return Money.cents(cents);
  }

  private PaymentRecorded payment(PaymentId id, long cents, long balance) {
    return new PaymentRecorded(
        story.invoiceId,
        id,
        Money.cents(cents),
        PaymentMethod.EFT,
        TODAY,
        story.note("ref"),
        Money.cents(balance));
  }

  private int listed(InvoiceFilter filter) {
    return views
        .page(story.tenant.value(), filter, Sort.ascending(InvoiceSort.DUE_DATE), 5, null)
        .entries()
        .size();
  }

  private InvoiceView invoice() {
    return views.find(story.tenant.value(), story.invoiceId.value()).orElseThrow();
  }
}
