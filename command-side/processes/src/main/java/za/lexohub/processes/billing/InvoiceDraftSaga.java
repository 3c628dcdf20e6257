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
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotificationFailure;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoicePdfFailure;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoiceNotification;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoicePdf;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.processes.deadlines.Alarm;
import za.lexohub.processes.deadlines.Conductor;
import za.lexohub.processes.deadlines.Patience;

/**
 * Has the draft of a matter's invoice rendered and the advocate told of it, as {@link BillingSaga}
 * does for a pro forma's.
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>step</th><th>begins with</th><th>command</th><th>answer</th></tr>
 *   <tr><td>GENERATE_PDF</td><td>InvoiceGenerated</td><td>RequestInvoicePdf DRAFT 1</td>
 *       <td>InvoicePdfStored of any draft</td></tr>
 *   <tr><td>SEND_NOTIFICATION</td><td>InvoicePdfStored</td><td>RequestInvoiceNotification
 *       invoice-generated</td><td>InvoiceNotificationSent or -Failed ends the saga</td></tr>
 * </table>
 *
 * <p>A deadline repeats the command; after the last attempt it records the failure on the invoice,
 * again and again until the event is there. A draft that failed leaves it waiting for one that a
 * change of the draft has rendered. InvoiceSent and InvoiceDiscarded end it.
 */
@Saga
@ProcessingGroup(InvoiceDraftSaga.GROUP)
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public class InvoiceDraftSaga { // public, because Axon creates it

  static final String GROUP = "invoice-draft-saga";
  static final String TEMPLATE = "invoice-generated";
  private static final String DEADLINE = "invoice-draft-step";
  private static final int FIRST_DRAFT = 1;

  private enum Step {
    GENERATE_PDF,
    SEND_NOTIFICATION
  }

  private enum State {
    WORKING,
    /** The failure is not on record yet. */
    GIVING_UP,
    FAILED
  }

  private InvoiceId invoiceId;
  private TenantId tenant;
  private @Nullable String correlationId;
  private Step step;
  private State state;
  private int attempt;
  private Alarm alarm = Alarm.NONE;

  @StartSaga
  @SagaEventHandler(associationProperty = "invoiceId")
  void on(
      InvoiceGenerated event,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor,
      BillingLimits limits) {
    if (invoiceId != null) {
      return; // the event came twice
    }
    if (event.source() == InvoiceSource.PRO_FORMA) {
      SagaLifecycle.end();
      return;
    }
    invoiceId = event.invoiceId();
    tenant = event.tenantId();
    correlationId = correlation;
    enter(Step.GENERATE_PDF, conductor, limits.step());
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoicePdfStored event, Conductor conductor, BillingLimits limits) {
    if (event.kind() == PdfKind.DRAFT && step == Step.GENERATE_PDF) {
      enter(Step.SEND_NOTIFICATION, conductor, limits.step());
    }
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceNotificationSent event, Conductor conductor) {
    if (isOurs(event.template(), event.recipient())) {
      end(conductor);
    }
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceNotificationFailed event, Conductor conductor) {
    if (isOurs(event.template(), event.recipient())) {
      end(conductor);
    }
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoicePdfFailed event, Conductor conductor) {
    if (event.kind() == PdfKind.DRAFT && step == Step.GENERATE_PDF) {
      state = State.FAILED;
      alarm = conductor.disarm(DEADLINE, alarm);
    }
  }

  @DeadlineHandler(deadlineName = DEADLINE)
  void unanswered(Integer turn, Conductor conductor, BillingLimits limits) {
    if (!alarm.isDue(turn)) {
      return;
    }
    Patience patience = limits.step();
    alarm = alarm.fired();
    attempt++;
    if (state == State.WORKING && attempt > patience.attempts()) {
      state = State.GIVING_UP;
      attempt = 1;
    }
    ask(state == State.WORKING ? command() : failure(patience), conductor, patience);
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceSent event, Conductor conductor) {
    end(conductor);
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceDiscarded event, Conductor conductor) {
    end(conductor);
  }

  private void enter(Step entered, Conductor conductor, Patience patience) {
    step = entered;
    state = State.WORKING;
    attempt = 1;
    ask(command(), conductor, patience);
  }

  private void ask(TenantCommand command, Conductor conductor, Patience patience) {
    conductor.send(GROUP, correlationId, command);
    alarm = conductor.arm(DEADLINE, alarm, patience.timeoutAfter(attempt));
  }

  private TenantCommand command() {
    return switch (step) {
      case GENERATE_PDF -> new RequestInvoicePdf(invoiceId, tenant, PdfKind.DRAFT, FIRST_DRAFT);
      case SEND_NOTIFICATION ->
          new RequestInvoiceNotification(invoiceId, tenant, TEMPLATE, Recipient.ADVOCATE, 1);
    };
  }

  private TenantCommand failure(Patience patience) {
    String reason = "no answer after " + patience.attempts() + " attempts";
    return switch (step) {
      case GENERATE_PDF ->
          new RecordInvoicePdfFailure(invoiceId, tenant, PdfKind.DRAFT, FIRST_DRAFT, reason);
      case SEND_NOTIFICATION ->
          new RecordInvoiceNotificationFailure(
              invoiceId, tenant, TEMPLATE, Recipient.ADVOCATE, 1, reason);
    };
  }

  private void end(Conductor conductor) {
    alarm = conductor.disarm(DEADLINE, alarm);
    SagaLifecycle.end();
  }

  private static boolean isOurs(String template, Recipient recipient) {
    return TEMPLATE.equals(template) && recipient == Recipient.ADVOCATE;
  }
}
