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
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.processes.deadlines.Alarm;
import za.lexohub.processes.deadlines.Conductor;
import za.lexohub.processes.deadlines.Patience;

/**
 * Brings the attorney the receipt of the payment that settles an invoice, and every credit or debit
 * note: one saga for each of these papers.
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>step</th><th>begins with</th><th>command</th><th>answer</th></tr>
 *   <tr><td>GENERATE_PDF</td><td>PaymentRecorded that leaves nothing open</td>
 *       <td>RequestPaymentReceipt</td>
 *       <td>InvoicePdfRequested tells the version, InvoicePdfStored that it is there</td></tr>
 *   <tr><td>GENERATE_PDF</td><td>CreditNoteApplied or DebitNoteApplied, which come with
 *       InvoicePdfRequested</td><td>RequestInvoicePdf, from the second attempt on</td>
 *       <td>InvoicePdfStored</td></tr>
 *   <tr><td>SEND_NOTIFICATION</td><td>InvoicePdfStored</td><td>RequestInvoiceNotification
 *       payment-receipt, credit-note or debit-note</td><td>InvoiceNotificationSent ends the
 *       saga</td></tr>
 * </table>
 *
 * <p>A deadline repeats the command; after the last attempt it records the failure, as often again,
 * and lets go: the paper can always be asked for by hand. A recorded failure ends the saga, and so
 * does the reversal of the payment. Its group begins at the head of the log, so that one with a
 * history sends nobody old receipts.
 */
@Saga
@ProcessingGroup(VoucherDeliverySaga.GROUP)
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public class VoucherDeliverySaga { // public, because Axon creates it

  static final String GROUP = "receipt-saga";
  private static final String DEADLINE = "voucher-delivery-step";

  private InvoiceId invoiceId;
  private TenantId tenant;
  private @Nullable String correlationId;
  private PdfKind kind;
  private @Nullable PaymentId paymentId;

  /** Of the paper; 0 until the log has told it. */
  private int version;

  private DeliveryState state;
  private DeliveryStep step;
  private int attempt;
  private Alarm alarm = Alarm.NONE;

  @StartSaga
  @SagaEventHandler(
      associationProperty = PaymentOfInvoice.PROPERTY,
      associationResolver = PaymentOfInvoice.class)
  void on(
      PaymentRecorded event,
      @MetaDataValue(MetadataKeys.TENANT) String tenantId,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor,
      DeliveryLimits limits) {
    if (invoiceId != null) {
      return; // the event came twice
    }
    if (!event.balanceAfter().isZero()) {
      SagaLifecycle.end();
      return;
    }
    paymentId = event.paymentId();
    begin(event.invoiceId(), tenantId, correlation, PdfKind.RECEIPT, 0, conductor, limits);
    conductor.send(GROUP, correlationId, command());
  }

  @StartSaga
  @SagaEventHandler(associationProperty = "creditNoteId")
  void on(
      CreditNoteApplied event,
      @MetaDataValue(MetadataKeys.TENANT) String tenantId,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor,
      DeliveryLimits limits) {
    note(
        event.invoiceId(),
        PdfKind.CREDIT_NOTE,
        event.ordinal(),
        tenantId,
        correlation,
        conductor,
        limits);
  }

  @StartSaga
  @SagaEventHandler(associationProperty = "creditNoteId")
  void on(
      DebitNoteApplied event,
      @MetaDataValue(MetadataKeys.TENANT) String tenantId,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor,
      DeliveryLimits limits) {
    note(
        event.invoiceId(),
        PdfKind.DEBIT_NOTE,
        event.ordinal(),
        tenantId,
        correlation,
        conductor,
        limits);
  }

  private void note(
      InvoiceId invoice,
      PdfKind noteKind,
      int ordinal,
      String tenantId,
      @Nullable String correlation,
      Conductor conductor,
      DeliveryLimits limits) {
    if (invoiceId != null) {
      return; // the event came twice
    }
    begin(invoice, tenantId, correlation, noteKind, ordinal, conductor, limits);
  }

  private void begin(
      InvoiceId invoice,
      String tenantId,
      @Nullable String correlation,
      PdfKind paper,
      int paperVersion,
      Conductor conductor,
      DeliveryLimits limits) {
    invoiceId = invoice;
    tenant = new TenantId(tenantId);
    correlationId = correlation;
    kind = paper;
    version = paperVersion;
    SagaLifecycle.associateWith("invoiceId", invoice.toString());
    enter(DeliveryStep.GENERATE_PDF, conductor, limits.step());
  }

  /** The answer to the saga's own request names the receipt. */
  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoicePdfRequested event, @MetaDataValue(MetadataKeys.ACTOR_ID) @Nullable String actor) {
    if (version == 0 && event.kind() == kind && GROUP.equals(actor)) {
      version = event.version();
    }
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoicePdfStored event, Conductor conductor, DeliveryLimits limits) {
    if (isOurs(event.kind(), event.version()) && step == DeliveryStep.GENERATE_PDF) {
      enter(DeliveryStep.SEND_NOTIFICATION, conductor, limits.step());
      conductor.send(GROUP, correlationId, command());
    }
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoicePdfFailed event, Conductor conductor) {
    if (isOurs(event.kind(), event.version()) && step == DeliveryStep.GENERATE_PDF) {
      end(conductor);
    }
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceNotificationSent event, Conductor conductor) {
    if (isOurs(event.template(), event.recipient(), event.delivery())) {
      end(conductor);
    }
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceNotificationFailed event, Conductor conductor) {
    if (isOurs(event.template(), event.recipient(), event.delivery())) {
      end(conductor);
    }
  }

  @SagaEventHandler(
      associationProperty = PaymentOfInvoice.PROPERTY,
      associationResolver = PaymentOfInvoice.class)
  void on(PaymentReversed event, Conductor conductor) {
    end(conductor);
  }

  @DeadlineHandler(deadlineName = DEADLINE)
  void unanswered(Integer turn, Conductor conductor, DeliveryLimits limits) {
    if (!alarm.isDue(turn)) {
      return;
    }
    Patience patience = limits.step();
    alarm = alarm.fired();
    attempt++;
    if (attempt > patience.attempts()) {
      if (state == DeliveryState.GIVING_UP || version == 0) {
        SagaLifecycle.end();
        return;
      }
      state = DeliveryState.GIVING_UP;
      attempt = 1;
    }
    conductor.send(
        GROUP, correlationId, state == DeliveryState.WORKING ? command() : failure(patience));
    alarm = conductor.arm(DEADLINE, alarm, patience.timeoutAfter(attempt));
  }

  private void enter(DeliveryStep entered, Conductor conductor, Patience patience) {
    step = entered;
    state = DeliveryState.WORKING;
    attempt = 1;
    alarm = conductor.arm(DEADLINE, alarm, patience.timeoutAfter(attempt));
  }

  private TenantCommand command() {
    return switch (step) {
      case GENERATE_PDF ->
          kind == PdfKind.RECEIPT
              ? new RequestPaymentReceipt(invoiceId, tenant, paymentId)
              : new RequestInvoicePdf(invoiceId, tenant, kind, version);
      case SEND_NOTIFICATION ->
          new RequestInvoiceNotification(
              invoiceId, tenant, template(), Recipient.ATTORNEY, version);
    };
  }

  private TenantCommand failure(Patience patience) {
    String reason = "no answer after " + patience.attempts() + " attempts";
    return switch (step) {
      case GENERATE_PDF -> new RecordInvoicePdfFailure(invoiceId, tenant, kind, version, reason);
      case SEND_NOTIFICATION ->
          new RecordInvoiceNotificationFailure(
              invoiceId, tenant, template(), Recipient.ATTORNEY, version, reason);
    };
  }

  private String template() {
    return switch (kind) {
      case RECEIPT -> "payment-receipt";
      case CREDIT_NOTE -> "credit-note";
      case DEBIT_NOTE -> "debit-note";
      case DRAFT, ORIGINAL, COPY -> throw new IllegalStateException("no saga brings a " + kind);
    };
  }

  private boolean isOurs(PdfKind paper, int paperVersion) {
    return paper == kind && version > 0 && paperVersion == version;
  }

  private boolean isOurs(String template, Recipient recipient, int delivery) {
    return template().equals(template) && recipient == Recipient.ATTORNEY && delivery == version;
  }

  private void end(Conductor conductor) {
    alarm = conductor.disarm(DEADLINE, alarm);
    SagaLifecycle.end();
  }
}
