package za.lexohub.processes.billing;

import static za.lexohub.processes.SagaStage.METADATA;
import static za.lexohub.processes.Walk.INVOICE;
import static za.lexohub.processes.Walk.PRO_FORMA;
import static za.lexohub.processes.Walk.TENANT;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.saga.SagaTestFixture;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoiceNotification;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoicePdf;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationFailed;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.proforma.ProFormaCommands.ConvertProFormaToInvoice;
import za.lexohub.messages.proforma.ProFormaCommands.RecordInvoicingFailure;
import za.lexohub.messages.proforma.ProFormaCommands.ValidateProForma;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToInvoice;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidated;
import za.lexohub.processes.SagaStage;
import za.lexohub.processes.Walk;
import za.lexohub.processes.deadlines.Patience;

/** The saga at each of its steps, and what it says there. */
abstract class BillingSagaWalk {

  static final String DEADLINE = "billing-step";
  static final Duration FIRST = Duration.ofSeconds(30);
  static final Duration ALL_ATTEMPTS = Duration.ofSeconds(30 + 60 + 120 + 240 + 480);

  static final ProFormaValidated VALIDATED = new ProFormaValidated(PRO_FORMA, 1, INVOICE);
  static final Object NOTIFIED = Walk.notified("invoice-generated", Recipient.ADVOCATE, 1);
  static final ProFormaConvertedToInvoice CONVERTED =
      new ProFormaConvertedToInvoice(PRO_FORMA, 1, INVOICE);

  static final ValidateProForma VALIDATE = new ValidateProForma(PRO_FORMA, TENANT, 1);
  static final GenerateInvoice GENERATE =
      new GenerateInvoice(INVOICE, TENANT, PRO_FORMA, 1, LocalDate.of(2026, 11, 20));
  static final RequestInvoicePdf RENDER = new RequestInvoicePdf(INVOICE, TENANT, PdfKind.DRAFT, 1);
  static final RequestInvoiceNotification NOTIFY =
      new RequestInvoiceNotification(INVOICE, TENANT, "invoice-generated", Recipient.ADVOCATE, 1);
  static final ConvertProFormaToInvoice CONVERT =
      new ConvertProFormaToInvoice(PRO_FORMA, TENANT, 1, INVOICE);

  static final List<Object> ANSWERS =
      List.of(VALIDATED, Walk.generated(Walk.MATTER), Walk.stored(PdfKind.DRAFT), NOTIFIED);
  static final List<Object> COMMANDS = List.of(VALIDATE, GENERATE, RENDER, NOTIFY, CONVERT);

  final SagaStage<BillingSaga> stage =
      new SagaStage<>(
          BillingSaga.class, new BillingLimits(new Patience(FIRST, 2, Duration.ofMinutes(15), 5)));
  final SagaTestFixture<BillingSaga> fixture = stage.fixture;

  /** The saga waits for the answer of the step after so many. */
  SagaTestFixture<BillingSaga> answered(int steps) {
    fixture.givenAPublished(Walk.accepted(), METADATA);
    for (Object answer : ANSWERS.subList(0, steps)) {
      fixture.andThenAPublished(answer, METADATA);
    }
    return fixture;
  }

  SagaTestFixture<BillingSaga> givenUpAt(int steps) {
    answered(steps);
    for (int seconds : new int[] {30, 60, 120, 240, 480}) {
      fixture.andThenTimeElapses(Duration.ofSeconds(seconds));
    }
    return fixture;
  }

  SagaTestFixture<BillingSaga> failedAt(int steps) {
    givenUpAt(steps)
        .andThenAPublished(new ProFormaInvoicingFailed(PRO_FORMA, 1, stepName(steps), "…"));
    return fixture;
  }

  static String stepName(int steps) {
    return BillingStep.values()[steps].name();
  }

  static InvoiceNotificationFailed noticeFailed(String template, Recipient recipient) {
    return new InvoiceNotificationFailed(INVOICE, template, recipient, 1, "no usable address");
  }

  static RecordInvoicingFailure failureAt(int steps) {
    return new RecordInvoicingFailure(
        PRO_FORMA, TENANT, 1, stepName(steps), "no answer after 5 attempts");
  }
}
