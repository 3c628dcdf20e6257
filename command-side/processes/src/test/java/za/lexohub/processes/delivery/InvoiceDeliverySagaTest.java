package za.lexohub.processes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.processes.SagaStage.METADATA;
import static za.lexohub.processes.SagaStage.NOW;
import static za.lexohub.processes.Walk.INVOICE;
import static za.lexohub.processes.Walk.TENANT;

import java.time.Duration;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotificationFailure;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoicePdfFailure;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoiceNotification;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoicePdf;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfFailed;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.processes.SagaStage;
import za.lexohub.processes.Walk;
import za.lexohub.processes.deadlines.Patience;

class InvoiceDeliverySagaTest {

  private static final String DEADLINE = "invoice-delivery-step";
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final String REASON = "no answer after 3 attempts";

  private static final RequestInvoicePdf RENDER =
      new RequestInvoicePdf(INVOICE, TENANT, PdfKind.ORIGINAL, 1);
  private static final RecordInvoicePdfFailure RENDER_FAILED =
      new RecordInvoicePdfFailure(INVOICE, TENANT, PdfKind.ORIGINAL, 1, REASON);

  private final SagaStage<InvoiceDeliverySaga> stage =
      new SagaStage<>(
          InvoiceDeliverySaga.class,
          new DeliveryLimits(new Patience(FIRST, 2, Duration.ofMinutes(15), 3)));
  private final SagaTestFixture<InvoiceDeliverySaga> fixture = stage.fixture;

  private static RequestInvoiceNotification mail(int delivery) {
    return new RequestInvoiceNotification(
        INVOICE, TENANT, "final-invoice", Recipient.ATTORNEY, delivery);
  }

  private static InvoiceNotificationSent mailed(int delivery) {
    return Walk.notified("final-invoice", Recipient.ATTORNEY, delivery);
  }

  private static InvoiceNotificationFailed mailFailed(int delivery, String reason) {
    return new InvoiceNotificationFailed(
        INVOICE, "final-invoice", Recipient.ATTORNEY, delivery, reason);
  }

  private SagaTestFixture<InvoiceDeliverySaga> rendering() {
    fixture.givenAPublished(Walk.invoiceSent(), METADATA);
    return fixture;
  }

  private SagaTestFixture<InvoiceDeliverySaga> mailing() {
    rendering().andThenAPublished(Walk.stored(PdfKind.ORIGINAL), METADATA);
    return fixture;
  }

  private SagaTestFixture<InvoiceDeliverySaga> renderingFailed() {
    rendering().andThenTimeElapses(FIRST);
    fixture.andThenTimeElapses(Duration.ofSeconds(60));
    fixture.andThenTimeElapses(Duration.ofSeconds(120));
    fixture.andThenAPublished(new InvoicePdfFailed(INVOICE, PdfKind.ORIGINAL, 1, REASON));
    return fixture;
  }

  @Test
  void sending_already_asked_for_the_document_so_only_a_deadline_is_armed() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(Walk.invoiceSent(), METADATA)
        .expectActiveSagas(1)
        .expectNoDispatchedCommands()
        .expectScheduledDeadlineWithName(FIRST, DEADLINE);
  }

  @Test
  void the_stored_original_is_mailed() {
    rendering()
        .whenPublishingA(Walk.stored(PdfKind.ORIGINAL), METADATA)
        .expectDispatchedCommands(mail(1))
        .expectScheduledDeadline(FIRST, 2);
  }

  @Test
  void the_mail_ends_it() {
    mailing().whenPublishingA(mailed(1)).expectActiveSagas(0).expectNoScheduledDeadlines();
  }

  @Test
  void a_missing_document_is_asked_for_again() {
    rendering()
        .whenTimeElapses(FIRST)
        .expectDispatchedCommands(RENDER)
        .expectScheduledDeadlineWithName(Duration.ofSeconds(60), DEADLINE);
  }

  @Test
  void a_missing_mail_is_asked_for_again() {
    mailing()
        .whenTimeElapses(FIRST)
        .expectDispatchedCommands(mail(1))
        .expectScheduledDeadlineWithName(Duration.ofSeconds(60), DEADLINE);
  }

  @Test
  void a_document_that_stays_missing_is_recorded_until_the_record_is_there() {
    rendering().andThenTimeElapses(FIRST);
    fixture.andThenTimeElapses(Duration.ofSeconds(60));
    fixture.whenTimeElapses(Duration.ofSeconds(120)).expectDispatchedCommands(RENDER_FAILED);
    fixture
        .whenTimeElapses(FIRST)
        .expectDispatchedCommands(RENDER_FAILED)
        .expectScheduledDeadlineWithName(Duration.ofSeconds(60), DEADLINE);
    fixture
        .whenPublishingA(new InvoicePdfFailed(INVOICE, PdfKind.ORIGINAL, 1, REASON))
        .expectActiveSagas(1)
        .expectNoScheduledDeadlines();
  }

  @Test
  void a_mail_that_stays_missing_is_recorded_and_ends_it() {
    mailing().andThenTimeElapses(FIRST);
    fixture.andThenTimeElapses(Duration.ofSeconds(60));
    fixture
        .whenTimeElapses(Duration.ofSeconds(120))
        .expectDispatchedCommands(
            new RecordInvoiceNotificationFailure(
                INVOICE, TENANT, "final-invoice", Recipient.ATTORNEY, 1, REASON));
    fixture
        .whenPublishingA(
            new InvoiceNotificationFailed(INVOICE, "final-invoice", Recipient.ATTORNEY, 1, REASON))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void a_mail_that_the_worker_gives_up_at_once_ends_it_at_once() {
    mailing()
        .whenPublishingA(mailFailed(1, "the recipient has no usable e-mail address"))
        .expectActiveSagas(0)
        .expectNoDispatchedCommands()
        .expectNoScheduledDeadlines();
  }

  @Test
  void a_mail_that_the_worker_gave_up_ends_it_while_it_gives_up_itself() {
    mailing().andThenTimeElapses(FIRST);
    fixture.andThenTimeElapses(Duration.ofSeconds(60));
    fixture.andThenTimeElapses(Duration.ofSeconds(120));
    fixture
        .whenPublishingA(mailFailed(1, "the recipient has no usable e-mail address"))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void the_failure_of_an_earlier_mail_changes_nothing() {
    mailing().andThenAPublished(Walk.resent(2), METADATA);
    fixture.whenPublishingA(mailFailed(1, REASON)).expectActiveSagas(1);
  }

  @Test
  void a_document_that_the_worker_gives_up_at_once_is_not_asked_for_again() {
    rendering()
        .whenPublishingA(new InvoicePdfFailed(INVOICE, PdfKind.ORIGINAL, 1, "no such invoice"))
        .expectActiveSagas(1)
        .expectNoDispatchedCommands()
        .expectNoScheduledDeadlines();
    fixture.whenPublishingA(Walk.resent(2), METADATA).expectDispatchedCommands(RENDER);
  }

  @Test
  void a_document_that_comes_after_the_failure_is_mailed() {
    renderingFailed()
        .whenPublishingA(Walk.stored(PdfKind.ORIGINAL))
        .expectDispatchedCommands(mail(1))
        .expectScheduledDeadlineWithName(FIRST, DEADLINE);
  }

  @Test
  void sending_again_after_the_failure_asks_for_the_document_again() {
    renderingFailed()
        .whenPublishingA(Walk.resent(2), METADATA)
        .expectDispatchedCommands(RENDER)
        .expectScheduledDeadlineWithName(FIRST, DEADLINE);
  }

  @Test
  void sending_again_is_watched_by_a_saga_of_its_own_when_the_first_has_ended() {
    mailing().andThenAPublished(mailed(1));
    fixture
        .whenPublishingA(Walk.resent(2), METADATA)
        .expectActiveSagas(1)
        .expectNoDispatchedCommands();
    fixture.whenTimeElapses(FIRST).expectDispatchedCommands(mail(2));
    fixture.whenPublishingA(mailed(2)).expectActiveSagas(0).expectNoScheduledDeadlines();
  }

  @Test
  void a_void_invoice_ends_it() {
    mailing().whenPublishingA(Walk.voided()).expectActiveSagas(0).expectNoScheduledDeadlines();
  }

  @Test
  void repeated_and_foreign_events_change_nothing() {
    mailing().whenPublishingA(Walk.invoiceSent(), METADATA).expectNoDispatchedCommands();
    fixture.whenPublishingA(Walk.stored(PdfKind.ORIGINAL)).expectNoDispatchedCommands();
    fixture.whenPublishingA(Walk.stored(PdfKind.DRAFT)).expectNoDispatchedCommands();
    fixture
        .whenPublishingA(Walk.notified("invoice-generated", Recipient.ADVOCATE, 1))
        .expectActiveSagas(1);
  }

  @Test
  void a_deadline_of_the_step_before_changes_nothing() {
    mailing();
    stage.alsoFires(NOW.plusSeconds(5), DEADLINE, 1, "invoiceId", INVOICE.toString());
    fixture.whenTimeElapses(Duration.ofSeconds(10)).expectNoDispatchedCommands();
  }

  @Test
  void its_state_survives_being_stored() {
    mailing();
    InvoiceDeliverySaga saga = stage.stored("invoiceId", INVOICE.toString());

    assertThat(SagaStage.storedAndLoaded(saga)).usingRecursiveComparison().isEqualTo(saga);
  }
}
