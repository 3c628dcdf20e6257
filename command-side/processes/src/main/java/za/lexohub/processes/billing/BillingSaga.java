package za.lexohub.processes.billing;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.GenerateInvoice;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoiceNotification;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoicePdf;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.ProFormaCommands.ConvertProFormaToInvoice;
import za.lexohub.messages.proforma.ProFormaCommands.RecordInvoicingFailure;
import za.lexohub.messages.proforma.ProFormaCommands.ValidateProForma;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToInvoice;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoiceReleased;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingRetried;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidated;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidationFailed;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.processes.deadlines.Alarm;
import za.lexohub.processes.deadlines.Conductor;
import za.lexohub.processes.deadlines.Patience;

/**
 * From the accepted pro forma to an invoice draft that its advocate knows of: the only trigger of
 * these steps. One lives for each round of billing of a pro forma.
 *
 * <table>
 *   <caption>Transitions. Starts with ProFormaAccepted or ProFormaInvoicingRequested</caption>
 *   <tr><th>step</th><th>command</th><th>answer, on which the next step begins</th></tr>
 *   <tr><td>VALIDATE_PRO_FORMA</td><td>ValidateProForma</td><td>ProFormaValidated;
 *       ProFormaValidationFailed ends the saga</td></tr>
 *   <tr><td>GENERATE_INVOICE</td><td>GenerateInvoice</td><td>InvoiceGenerated</td></tr>
 *   <tr><td>GENERATE_PDF</td><td>RequestInvoicePdf DRAFT</td><td>InvoicePdfStored</td></tr>
 *   <tr><td>SEND_NOTIFICATION</td><td>RequestInvoiceNotification to the advocate</td>
 *       <td>InvoiceNotificationSent, or InvoiceNotificationFailed</td></tr>
 *   <tr><td>UPDATE_STATUS</td><td>ConvertProFormaToInvoice</td><td>ProFormaConvertedToInvoice ends
 *       the saga</td></tr>
 * </table>
 *
 * <p>In every step a deadline repeats the command; after the last attempt it sends
 * RecordInvoicingFailure, again and again until ProFormaInvoicingFailed answers. Then the saga
 * rests until ProFormaInvoicingRetried lets it go on with the first step that is not answered: an
 * answer that came late counts. InvoiceDiscarded and ProFormaInvoiceReleased end it at any time. A
 * notice that can never be sent does not hold the invoice up: its failure is on record, and the
 * advocate sees the draft without it. Whatever does not belong to the round or the step changes
 * nothing.
 */
@Saga
@ProcessingGroup(BillingSaga.GROUP)
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public class BillingSaga { // public, because Axon creates it

  static final String GROUP = "billing-saga";
  static final String TEMPLATE = "invoice-generated";
  private static final String DEADLINE = "billing-step";

  private enum State {
    WORKING,
    /** The failure is not on record yet. */
    GIVING_UP,
    FAILED
  }

  private ProFormaId proFormaId;
  private InvoiceId invoiceId;
  private TenantId tenant;
  private int round;
  private @Nullable String correlationId;
  private State state;
  private BillingStep step;

  /** Which step the failure is recorded for; {@code step} may go on when its answer comes late. */
  private @Nullable BillingStep failedStep;

  private int attempt;
  private Alarm alarm = Alarm.NONE;

  @StartSaga
  @SagaEventHandler(associationProperty = "proFormaId")
  void on(
      ProFormaAccepted event,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor,
      BillingLimits limits) {
    start(event.proFormaId(), event.tenantId(), event.round(), correlation, conductor, limits);
  }

  /** A released pro forma is invoiced anew, while the saga of the last round may still be there. */
  @StartSaga(forceNew = true)
  @SagaEventHandler(associationProperty = "proFormaId")
  void on(
      ProFormaInvoicingRequested event,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor,
      BillingLimits limits) {
    start(event.proFormaId(), event.tenantId(), event.round(), correlation, conductor, limits);
  }

  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaValidated event, Conductor conductor, BillingLimits limits) {
    if (event.round() == round) {
      answered(BillingStep.VALIDATE_PRO_FORMA, conductor, limits);
    }
  }

  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaValidationFailed event, Conductor conductor) {
    if (event.round() == round) {
      end(conductor);
    }
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceGenerated event, Conductor conductor, BillingLimits limits) {
    answered(BillingStep.GENERATE_INVOICE, conductor, limits);
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoicePdfStored event, Conductor conductor, BillingLimits limits) {
    if (event.kind() == PdfKind.DRAFT) {
      answered(BillingStep.GENERATE_PDF, conductor, limits);
    }
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceNotificationSent event, Conductor conductor, BillingLimits limits) {
    if (TEMPLATE.equals(event.template())) {
      answered(BillingStep.SEND_NOTIFICATION, conductor, limits);
    }
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceNotificationFailed event, Conductor conductor, BillingLimits limits) {
    if (TEMPLATE.equals(event.template()) && event.recipient() == Recipient.ADVOCATE) {
      answered(BillingStep.SEND_NOTIFICATION, conductor, limits);
    }
  }

  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaConvertedToInvoice event, Conductor conductor) {
    if (event.round() == round) {
      end(conductor);
    }
  }

  @DeadlineHandler(deadlineName = DEADLINE)
  void unanswered(Integer turn, Conductor conductor, BillingLimits limits) {
    if (!alarm.isDue(turn)) {
      return;
    }
    alarm = alarm.fired();
    attempt++;
    if (state == State.WORKING && attempt <= limits.step().attempts()) {
      ask(command(conductor), conductor, limits.step());
      return;
    }
    if (state == State.WORKING) {
      state = State.GIVING_UP;
      failedStep = step;
      attempt = 1;
    }
    ask(failure(limits.step()), conductor, limits.step());
  }

  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaInvoicingFailed event, Conductor conductor) {
    if (event.round() == round && state == State.GIVING_UP) {
      state = State.FAILED;
      alarm = conductor.disarm(DEADLINE, alarm);
    }
  }

  @SagaEventHandler(associationProperty = "proFormaId")
  void on(
      ProFormaInvoicingRetried event,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor,
      BillingLimits limits) {
    if (event.round() == round && state != State.WORKING) {
      correlationId = correlation;
      enter(step, conductor, limits);
    }
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceDiscarded event, Conductor conductor) {
    end(conductor);
  }

  /** Its invoice was discarded or voided, however far this saga had come. */
  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaInvoiceReleased event, Conductor conductor) {
    if (event.round() == round) {
      end(conductor);
    }
  }

  private void start(
      ProFormaId id,
      TenantId tenantId,
      int billingRound,
      @Nullable String correlation,
      Conductor conductor,
      BillingLimits limits) {
    if (proFormaId != null) {
      return; // started already: the event came twice, or begins the next round
    }
    proFormaId = id;
    tenant = tenantId;
    round = billingRound;
    correlationId = correlation;
    invoiceId = InvoiceId.forProForma(id, billingRound);
    SagaLifecycle.associateWith("invoiceId", invoiceId.toString());
    enter(BillingStep.VALIDATE_PRO_FORMA, conductor, limits);
  }

  private void answered(BillingStep answered, Conductor conductor, BillingLimits limits) {
    if (step != answered) {
      return;
    }
    if (state == State.WORKING) {
      enter(step.next(), conductor, limits);
    } else {
      step = step.next();
    }
  }

  private void enter(BillingStep entered, Conductor conductor, BillingLimits limits) {
    state = State.WORKING;
    step = entered;
    failedStep = null;
    attempt = 1;
    ask(command(conductor), conductor, limits.step());
  }

  private void ask(TenantCommand command, Conductor conductor, Patience patience) {
    conductor.send(GROUP, correlationId, command);
    alarm = conductor.arm(DEADLINE, alarm, patience.timeoutAfter(attempt));
  }

  private TenantCommand command(Conductor conductor) {
    return switch (step) {
      case VALIDATE_PRO_FORMA -> new ValidateProForma(proFormaId, tenant, round);
      case GENERATE_INVOICE ->
          new GenerateInvoice(
              invoiceId, tenant, proFormaId, round, BusinessTime.dateAt(conductor.now()));
      case GENERATE_PDF -> new RequestInvoicePdf(invoiceId, tenant, PdfKind.DRAFT, 1);
      case SEND_NOTIFICATION ->
          new RequestInvoiceNotification(invoiceId, tenant, TEMPLATE, Recipient.ADVOCATE, 1);
      case UPDATE_STATUS -> new ConvertProFormaToInvoice(proFormaId, tenant, round, invoiceId);
    };
  }

  private RecordInvoicingFailure failure(Patience patience) {
    String failed = String.valueOf(failedStep);
    return new RecordInvoicingFailure(
        proFormaId, tenant, round, failed, "no answer after " + patience.attempts() + " attempts");
  }

  private void end(Conductor conductor) {
    alarm = conductor.disarm(DEADLINE, alarm);
    SagaLifecycle.end();
  }
}
