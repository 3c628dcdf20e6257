package za.lexohub.processes.delivery;

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
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceResent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.processes.deadlines.Alarm;
import za.lexohub.processes.deadlines.Conductor;
import za.lexohub.processes.deadlines.Patience;

/**
 * Brings the original of an invoice to the attorney, once for its sending and once more for every
 * time a person sends it again.
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>step</th><th>begins with</th><th>command</th><th>answer</th></tr>
 *   <tr><td>GENERATE_PDF</td><td>InvoiceSent, which comes with InvoicePdfRequested</td>
 *       <td>RequestInvoicePdf ORIGINAL, from the second attempt on</td>
 *       <td>InvoicePdfStored</td></tr>
 *   <tr><td>SEND_NOTIFICATION</td><td>InvoicePdfStored</td><td>RequestInvoiceNotification
 *       final-invoice</td><td>InvoiceNotificationSent ends the saga</td></tr>
 *   <tr><td>SEND_NOTIFICATION</td><td>InvoiceResent, which comes with
 *       InvoiceNotificationRequested</td><td>RequestInvoiceNotification, from the second attempt
 *       on</td><td>InvoiceNotificationSent ends the saga</td></tr>
 * </table>
 *
 * <p>A deadline repeats the command; after the last attempt it records the failure
 * (RecordInvoicePdf- or RecordInvoiceNotificationFailure), again and again until the event is
 * there. A worker that sees that no attempt will succeed records the failure itself, which counts
 * at any time. A failed mail ends the saga; a failed rendering leaves it waiting for a document
 * that comes late, or for InvoiceResent, which tries again. InvoiceVoided ends it.
 */
@Saga
@ProcessingGroup(InvoiceDeliverySaga.GROUP)
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public class InvoiceDeliverySaga { // public, because Axon creates it

  static final String GROUP = "invoice-delivery-saga";
  static final String TEMPLATE = "final-invoice";
  private static final String DEADLINE = "invoice-delivery-step";

  private InvoiceId invoiceId;
  private TenantId tenant;
  private @Nullable String correlationId;
  private int delivery;
  private DeliveryState state;
  private DeliveryStep step;
  private int attempt;
  private Alarm alarm = Alarm.NONE;

  @StartSaga
  @SagaEventHandler(associationProperty = "invoiceId")
  void on(
      InvoiceSent event,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor,
      DeliveryLimits limits) {
    if (invoiceId != null) {
      return; // the event came twice
    }
    invoiceId = event.invoiceId();
    tenant = event.tenantId();
    correlationId = correlation;
    delivery = 1;
    enter(DeliveryStep.GENERATE_PDF, conductor, limits.step());
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoicePdfStored event, Conductor conductor, DeliveryLimits limits) {
    if (event.kind() == PdfKind.ORIGINAL && step == DeliveryStep.GENERATE_PDF) {
      enter(DeliveryStep.SEND_NOTIFICATION, conductor, limits.step());
      conductor.send(GROUP, correlationId, command());
    }
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceNotificationSent event, Conductor conductor) {
    if (isOurs(event.template(), event.recipient()) && event.delivery() >= delivery) {
      end(conductor);
    }
  }

  @StartSaga
  @SagaEventHandler(associationProperty = "invoiceId")
  void on(
      InvoiceResent event,
      @MetaDataValue(MetadataKeys.TENANT) String tenantId,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor,
      DeliveryLimits limits) {
    if (event.delivery() <= delivery) {
      return; // the event came twice
    }
    delivery = event.delivery();
    correlationId = correlation;
    if (invoiceId == null) {
      invoiceId = event.invoiceId();
      tenant = new TenantId(tenantId);
      enter(DeliveryStep.SEND_NOTIFICATION, conductor, limits.step());
    } else if (step == DeliveryStep.SEND_NOTIFICATION) {
      enter(DeliveryStep.SEND_NOTIFICATION, conductor, limits.step());
    } else if (state != DeliveryState.WORKING) {
      enter(DeliveryStep.GENERATE_PDF, conductor, limits.step());
      conductor.send(GROUP, correlationId, command());
    }
  }

  @DeadlineHandler(deadlineName = DEADLINE)
  void unanswered(Integer turn, Conductor conductor, DeliveryLimits limits) {
    if (!alarm.isDue(turn)) {
      return;
    }
    Patience patience = limits.step();
    alarm = alarm.fired();
    attempt++;
    if (state == DeliveryState.WORKING && attempt > patience.attempts()) {
      state = DeliveryState.GIVING_UP;
      attempt = 1;
    }
    conductor.send(
        GROUP, correlationId, state == DeliveryState.WORKING ? command() : failure(patience));
    alarm = conductor.arm(DEADLINE, alarm, patience.timeoutAfter(attempt));
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoicePdfFailed event, Conductor conductor) {
    if (event.kind() == PdfKind.ORIGINAL && step == DeliveryStep.GENERATE_PDF) {
      state = DeliveryState.FAILED;
      alarm = conductor.disarm(DEADLINE, alarm);
    }
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceNotificationFailed event, Conductor conductor) {
    if (isOurs(event.template(), event.recipient()) && event.delivery() == delivery) {
      end(conductor);
    }
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceVoided event, Conductor conductor) {
    end(conductor);
  }

  private void enter(DeliveryStep entered, Conductor conductor, Patience patience) {
    step = entered;
    state = DeliveryState.WORKING;
    attempt = 1;
    alarm = conductor.arm(DEADLINE, alarm, patience.timeoutAfter(attempt));
  }

  private TenantCommand command() {
    return switch (step) {
      case GENERATE_PDF -> new RequestInvoicePdf(invoiceId, tenant, PdfKind.ORIGINAL, 1);
      case SEND_NOTIFICATION ->
          new RequestInvoiceNotification(invoiceId, tenant, TEMPLATE, Recipient.ATTORNEY, delivery);
    };
  }

  private TenantCommand failure(Patience patience) {
    String reason = "no answer after " + patience.attempts() + " attempts";
    return switch (step) {
      case GENERATE_PDF ->
          new RecordInvoicePdfFailure(invoiceId, tenant, PdfKind.ORIGINAL, 1, reason);
      case SEND_NOTIFICATION ->
          new RecordInvoiceNotificationFailure(
              invoiceId, tenant, TEMPLATE, Recipient.ATTORNEY, delivery, reason);
    };
  }

  private void end(Conductor conductor) {
    alarm = conductor.disarm(DEADLINE, alarm);
    SagaLifecycle.end();
  }

  private static boolean isOurs(String template, Recipient recipient) {
    return TEMPLATE.equals(template) && recipient == Recipient.ATTORNEY;
  }
}
