package za.lexohub.processes.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.processes.SagaStage.METADATA;
import static za.lexohub.processes.Walk.INVOICE;
import static za.lexohub.processes.Walk.TENANT;

import java.time.Duration;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotificationFailure;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoicePdfFailure;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoiceNotification;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoicePdf;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.processes.SagaStage;
import za.lexohub.processes.SagaTrial;
import za.lexohub.processes.Walk;
import za.lexohub.processes.deadlines.Patience;

class InvoiceDraftSagaTest {

  private static final String DEADLINE = "invoice-draft-step";
  private static final String TEMPLATE = "invoice-generated";
  private static final String REASON = "no answer after 2 attempts";
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration SECOND = Duration.ofSeconds(60);

  private static final RequestInvoicePdf RENDER =
      new RequestInvoicePdf(INVOICE, TENANT, PdfKind.DRAFT, 1);
  private static final RequestInvoiceNotification MAIL =
      new RequestInvoiceNotification(INVOICE, TENANT, TEMPLATE, Recipient.ADVOCATE, 1);
  private static final RecordInvoicePdfFailure RENDER_FAILED =
      new RecordInvoicePdfFailure(INVOICE, TENANT, PdfKind.DRAFT, 1, REASON);

  private final SagaStage<InvoiceDraftSaga> stage =
      new SagaStage<>(
          InvoiceDraftSaga.class,
          new BillingLimits(new Patience(FIRST, 2, Duration.ofMinutes(15), 2)));
  private final SagaTestFixture<InvoiceDraftSaga> fixture = stage.fixture;

  private static InvoiceGenerated generated(InvoiceSource source) {
    InvoiceGenerated any = Walk.generated(Walk.MATTER);
    return new InvoiceGenerated(
        any.invoiceId(),
        any.tenantId(),
        any.invoiceNumber(),
        source,
        null,
        0,
        any.matterId(),
        any.matterType(),
        any.invoiceType(),
        any.supplier(),
        any.client(),
        any.attorney(),
        any.wording(),
        any.lines(),
        any.totals(),
        any.paymentTerm(),
        any.invoiceDate(),
        any.dueDate());
  }

  private SagaTestFixture<InvoiceDraftSaga> rendering() {
    fixture.givenAPublished(generated(InvoiceSource.MATTER_WIP), METADATA);
    return fixture;
  }

  private SagaTestFixture<InvoiceDraftSaga> mailing() {
    rendering().andThenAPublished(Walk.stored(PdfKind.DRAFT), METADATA);
    return fixture;
  }

  @Test
  void a_draft_of_work_is_rendered() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(generated(InvoiceSource.MATTER_WIP), METADATA)
        .expectActiveSagas(1)
        .expectDispatchedCommands(RENDER)
        .expectScheduledDeadlineWithName(FIRST, DEADLINE);
  }

  @Test
  void a_draft_of_a_fixed_fee_is_rendered() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(generated(InvoiceSource.FIXED_FEE), METADATA)
        .expectDispatchedCommands(RENDER);
  }

  @Test
  void a_pro_formas_draft_is_left_to_its_own_billing() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(Walk.generated(null), METADATA)
        .expectActiveSagas(0)
        .expectNoDispatchedCommands()
        .expectNoScheduledDeadlines();
  }

  @Test
  void the_stored_draft_is_announced_and_the_mail_ends_it() {
    rendering()
        .whenPublishingA(Walk.stored(PdfKind.DRAFT), METADATA)
        .expectDispatchedCommands(MAIL)
        .expectScheduledDeadline(FIRST, 2);
    fixture
        .whenPublishingA(Walk.notified(TEMPLATE, Recipient.ADVOCATE, 1))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void what_comes_twice_is_asked_for_once() {
    mailing()
        .whenPublishingA(Walk.stored(PdfKind.DRAFT), METADATA)
        .expectNoDispatchedCommands()
        .expectActiveSagas(1);
    fixture
        .whenPublishingA(generated(InvoiceSource.MATTER_WIP), METADATA)
        .expectNoDispatchedCommands()
        .expectActiveSagas(1);
  }

  @Test
  void what_is_missing_is_asked_for_again() {
    rendering().whenTimeElapses(FIRST).expectDispatchedCommands(RENDER);
    mailing().whenTimeElapses(FIRST).expectDispatchedCommands(MAIL);
  }

  @Test
  void a_draft_that_stays_missing_is_recorded_until_the_record_is_there() {
    rendering().andThenTimeElapses(FIRST);
    fixture.whenTimeElapses(SECOND).expectDispatchedCommands(RENDER_FAILED);
    fixture.whenTimeElapses(FIRST).expectDispatchedCommands(RENDER_FAILED);
    fixture
        .whenPublishingA(new InvoicePdfFailed(INVOICE, PdfKind.DRAFT, 1, REASON))
        .expectActiveSagas(1)
        .expectNoScheduledDeadlines();
  }

  @Test
  void a_draft_that_a_change_has_rendered_after_all_is_announced() {
    rendering().andThenAPublished(new InvoicePdfFailed(INVOICE, PdfKind.DRAFT, 1, REASON));
    fixture
        .whenPublishingA(
            new InvoicePdfStored(INVOICE, PdfKind.DRAFT, 2, "key", "sha", 1, "t", "r"), METADATA)
        .expectDispatchedCommands(MAIL)
        .expectScheduledDeadlineWithName(FIRST, DEADLINE);
  }

  @Test
  void a_mail_that_stays_missing_is_recorded_and_ends_it() {
    mailing().andThenTimeElapses(FIRST);
    fixture
        .whenTimeElapses(SECOND)
        .expectDispatchedCommands(
            new RecordInvoiceNotificationFailure(
                INVOICE, TENANT, TEMPLATE, Recipient.ADVOCATE, 1, REASON));
    fixture
        .whenPublishingA(
            new InvoiceNotificationFailed(INVOICE, TEMPLATE, Recipient.ADVOCATE, 1, REASON))
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void a_discarded_draft_needs_no_paper() {
    rendering().whenPublishingA(Walk.discarded()).expectActiveSagas(0).expectNoScheduledDeadlines();
  }

  @Test
  void a_sent_invoice_needs_no_announcement() {
    mailing()
        .whenPublishingA(Walk.invoiceSent(), METADATA)
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void repeats_restarts_and_refusals_leave_it_as_it_would_be() {
    SagaTrial.holds(
        () -> new InvoiceDraftSagaTest().stage,
        generated(InvoiceSource.MATTER_WIP),
        FIRST,
        SECOND,
        FIRST,
        new InvoicePdfFailed(INVOICE, PdfKind.DRAFT, 1, REASON),
        new InvoicePdfStored(INVOICE, PdfKind.DRAFT, 2, "key", "sha", 1, "t", "r"),
        FIRST,
        Walk.notified(TEMPLATE, Recipient.ADVOCATE, 1));
  }

  @Test
  void its_state_survives_being_stored() {
    mailing();
    InvoiceDraftSaga saga = stage.stored("invoiceId", INVOICE.toString());

    assertThat(SagaStage.storedAndLoaded(saga)).usingRecursiveComparison().isEqualTo(saga);
  }
}
