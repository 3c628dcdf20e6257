package za.lexohub.processes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.processes.SagaStage.METADATA;
import static za.lexohub.processes.Walk.INVOICE;
import static za.lexohub.processes.Walk.SEALED;
import static za.lexohub.processes.Walk.TENANT;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotificationFailure;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoicePdfFailure;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoiceNotification;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoicePdf;
import za.lexohub.messages.invoice.InvoiceCommands.RequestPaymentReceipt;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.money.Money;
import za.lexohub.processes.SagaStage;
import za.lexohub.processes.SagaTrial;
import za.lexohub.processes.deadlines.Patience;

class VoucherDeliverySagaTest {

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final String REASON = "no answer after 2 attempts";
  private static final PaymentId PAYMENT = PaymentId.random();
  private static final CreditNoteId NOTE = CreditNoteId.random();
  private static final RequestPaymentReceipt MAKE =
      new RequestPaymentReceipt(INVOICE, TENANT, PAYMENT);
  private static final RequestInvoiceNotification MAIL =
      new RequestInvoiceNotification(INVOICE, TENANT, "payment-receipt", Recipient.ATTORNEY, 2);

  private final SagaStage<VoucherDeliverySaga> stage =
      new SagaStage<>(
          VoucherDeliverySaga.class,
          new DeliveryLimits(new Patience(FIRST, 2, Duration.ofMinutes(15), 2)));
  private final SagaTestFixture<VoucherDeliverySaga> fixture = stage.fixture;

  private static PaymentRecorded paid(long balance) {
    return paid(INVOICE, balance);
  }

  private static PaymentRecorded paid(InvoiceId invoice, long balance) {
    return new PaymentRecorded(
        invoice,
        PAYMENT,
        Money.cents(100),
        PaymentMethod.EFT,
        LocalDate.of(2026, 11, 20),
        null,
        Money.cents(balance));
  }

  private static InvoicePdfStored stored(PdfKind kind, int version) {
    return new InvoicePdfStored(INVOICE, kind, version, "key", "sha", 1, "template", "1");
  }

  private static Map<String, Object> by(String actor) {
    Map<String, Object> metadata = new HashMap<>(METADATA);
    metadata.put(MetadataKeys.ACTOR_ID, actor);
    return metadata;
  }

  private SagaTestFixture<VoucherDeliverySaga> asked() {
    fixture.givenAPublished(paid(0), METADATA);
    fixture.andThenAPublished(
        new InvoicePdfRequested(INVOICE, PdfKind.RECEIPT, 2), by("receipt-saga"));
    return fixture;
  }

  private SagaTestFixture<VoucherDeliverySaga> mailing() {
    asked().andThenAPublished(stored(PdfKind.RECEIPT, 2), METADATA);
    return fixture;
  }

  @Test
  void the_payment_that_settles_has_its_receipt_made() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(paid(0), METADATA)
        .expectActiveSagas(1)
        .expectDispatchedCommands(MAKE)
        .expectScheduledDeadlineWithName(FIRST, "voucher-delivery-step");
  }

  @Test
  void a_payment_that_leaves_something_open_is_no_matter() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(paid(1), METADATA)
        .expectActiveSagas(0)
        .expectNoDispatchedCommands();
  }

  @Test
  void the_same_payment_again_changes_nothing() {
    fixture
        .givenAPublished(paid(0), METADATA)
        .whenPublishingA(paid(0), METADATA)
        .expectActiveSagas(1)
        .expectNoDispatchedCommands();
  }

  @Test
  void its_own_receipt_is_mailed_when_it_is_stored() {
    asked()
        .whenPublishingA(stored(PdfKind.RECEIPT, 2), METADATA)
        .expectDispatchedCommands(MAIL)
        .expectScheduledDeadline(FIRST, 2);
  }

  @Test
  void receipts_that_others_asked_for_are_theirs() {
    fixture.givenAPublished(paid(0), METADATA);
    fixture.andThenAPublished(new InvoicePdfRequested(INVOICE, PdfKind.RECEIPT, 1), by("thandi"));
    fixture
        .whenPublishingA(stored(PdfKind.RECEIPT, 1), METADATA)
        .expectActiveSagas(1)
        .expectNoDispatchedCommands();
  }

  @Test
  void the_recorded_mail_ends_it_and_so_does_its_failure() {
    mailing()
        .whenPublishingA(
            new InvoiceNotificationSent(INVOICE, "payment-receipt", Recipient.ATTORNEY, 2, "<id>"))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void a_failed_mail_ends_it() {
    mailing()
        .whenPublishingA(
            new InvoiceNotificationFailed(
                INVOICE, "payment-receipt", Recipient.ATTORNEY, 2, "refused"))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void mails_of_another_template_or_delivery_are_no_answer() {
    mailing()
        .whenPublishingA(
            new InvoiceNotificationSent(INVOICE, "payment-receipt", Recipient.ATTORNEY, 1, "<id>"))
        .expectActiveSagas(1);
  }

  @Test
  void a_failed_rendering_ends_it() {
    asked()
        .whenPublishingA(new InvoicePdfFailed(INVOICE, PdfKind.RECEIPT, 2, "no font"))
        .expectActiveSagas(0);
  }

  @Test
  void a_reversed_payment_needs_no_receipt() {
    asked()
        .whenPublishingA(
            new PaymentReversed(INVOICE, PAYMENT, Money.cents(100), SEALED, Money.cents(100)))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void a_payment_of_the_same_id_on_another_invoice_has_its_own_receipt() {
    InvoiceId other = InvoiceId.random();
    fixture
        .givenAPublished(paid(0), METADATA)
        .whenPublishingA(paid(other, 0), METADATA)
        .expectActiveSagas(2)
        .expectDispatchedCommands(new RequestPaymentReceipt(other, TENANT, PAYMENT));
  }

  @Test
  void the_reversal_of_a_payment_of_the_same_id_on_another_invoice_is_no_matter() {
    asked()
        .whenPublishingA(
            new PaymentReversed(
                InvoiceId.random(), PAYMENT, Money.cents(100), SEALED, Money.cents(100)))
        .expectActiveSagas(1);
  }

  @Test
  void silence_is_met_with_a_repeat() {
    asked().whenTimeElapses(FIRST).expectDispatchedCommands(MAKE);
  }

  @Test
  void after_the_last_attempt_the_failure_is_recorded() {
    asked().andThenTimeElapses(FIRST);
    fixture
        .whenTimeElapses(FIRST.multipliedBy(2))
        .expectDispatchedCommands(
            new RecordInvoicePdfFailure(INVOICE, TENANT, PdfKind.RECEIPT, 2, REASON));
  }

  @Test
  void a_mail_that_nobody_answers_is_given_up() {
    mailing().andThenTimeElapses(FIRST);
    fixture
        .whenTimeElapses(FIRST.multipliedBy(2))
        .expectDispatchedCommands(
            new RecordInvoiceNotificationFailure(
                INVOICE, TENANT, "payment-receipt", Recipient.ATTORNEY, 2, REASON));
  }

  @Test
  void a_failure_that_nobody_records_is_let_go_in_the_end() {
    mailing().andThenTimeElapses(FIRST);
    fixture.andThenTimeElapses(FIRST.multipliedBy(2));
    fixture.andThenTimeElapses(FIRST);
    fixture
        .whenTimeElapses(FIRST.multipliedBy(2))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void a_receipt_that_was_made_before_it_asked_lets_it_go_in_silence() {
    fixture.givenAPublished(paid(0), METADATA);
    fixture.andThenTimeElapses(FIRST);
    fixture
        .whenTimeElapses(FIRST.multipliedBy(2))
        .expectActiveSagas(0)
        .expectNoDispatchedCommands();
  }

  @Test
  void a_credit_note_came_with_its_request_and_is_mailed_when_it_is_stored() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(
            new CreditNoteApplied(INVOICE, NOTE, "CN-1", 3, Money.cents(1), Money.cents(0)),
            METADATA)
        .expectActiveSagas(1)
        .expectNoDispatchedCommands();
    fixture
        .whenTimeElapses(FIRST)
        .expectDispatchedCommands(new RequestInvoicePdf(INVOICE, TENANT, PdfKind.CREDIT_NOTE, 3));
    fixture
        .whenPublishingA(stored(PdfKind.CREDIT_NOTE, 3), METADATA)
        .expectDispatchedCommands(
            new RequestInvoiceNotification(INVOICE, TENANT, "credit-note", Recipient.ATTORNEY, 3));
  }

  @Test
  void a_debit_note_is_mailed_under_its_own_name() {
    fixture.givenAPublished(
        new DebitNoteApplied(INVOICE, NOTE, "DN-1", 1, Money.cents(1), Money.cents(2)), METADATA);
    fixture
        .whenPublishingA(stored(PdfKind.DEBIT_NOTE, 1), METADATA)
        .expectDispatchedCommands(
            new RequestInvoiceNotification(INVOICE, TENANT, "debit-note", Recipient.ATTORNEY, 1));
  }

  @Test
  void repeats_restarts_and_refusals_leave_a_receipt_as_it_would_be() {
    SagaTrial.holds(
        () -> new VoucherDeliverySagaTest().stage,
        paid(0),
        FIRST,
        new SagaTrial.By("receipt-saga", new InvoicePdfRequested(INVOICE, PdfKind.RECEIPT, 2)),
        stored(PdfKind.RECEIPT, 2),
        FIRST,
        FIRST.multipliedBy(2),
        FIRST,
        new InvoiceNotificationSent(INVOICE, "payment-receipt", Recipient.ATTORNEY, 2, "<id>"));
  }

  @Test
  void repeats_restarts_and_refusals_leave_a_note_as_it_would_be() {
    SagaTrial.holds(
        () -> new VoucherDeliverySagaTest().stage,
        new CreditNoteApplied(INVOICE, NOTE, "CN-1", 3, Money.cents(1), Money.cents(0)),
        FIRST,
        stored(PdfKind.CREDIT_NOTE, 3),
        new InvoiceNotificationFailed(INVOICE, "credit-note", Recipient.ATTORNEY, 3, "refused"));
  }

  @Test
  void its_state_survives_being_stored() {
    mailing();
    VoucherDeliverySaga saga = stage.stored("invoiceId", INVOICE.toString());

    assertThat(SagaStage.storedAndLoaded(saga)).usingRecursiveComparison().isEqualTo(saga);
  }
}
