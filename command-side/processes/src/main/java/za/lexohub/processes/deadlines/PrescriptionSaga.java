package za.lexohub.processes.deadlines;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.WarnOfPrescription;
import za.lexohub.messages.invoice.InvoiceEvents.DebtAcknowledged;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSettled;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.practice.BusinessTime;

/**
 * Watches that no debt prescribes unseen. It sleeps until thirty months after the debt was due or
 * last acknowledged, then asks once a day: the invoice knows the marks and whether it warned. One
 * lives as long as money is owed.
 *
 * <p>A reopened invoice is watched from its due date: what interrupted prescription before is the
 * invoice's to know, and being asked too early it says nothing.
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>state</th><th>on</th><th>does</th><th>then</th></tr>
 *   <tr><td>–</td><td>InvoiceSent, InvoiceReopened</td><td>deadline: 30 months after the due date,
 *       00:00 Johannesburg</td><td>watching</td></tr>
 *   <tr><td>watching</td><td>PaymentRecorded, DebtAcknowledged</td><td>deadline: 30 months after
 *       that day, if it is later</td><td>watching</td></tr>
 *   <tr><td>watching</td><td>deadline, too early by the clock</td><td>deadline again</td>
 *       <td>watching</td></tr>
 *   <tr><td>watching</td><td>deadline</td><td>WarnOfPrescription; deadline: a day later</td>
 *       <td>watching</td></tr>
 *   <tr><td>any</td><td>InvoicePaid, InvoiceSettled, InvoiceVoided; InvoiceWrittenOff with nothing
 *       left</td><td>cancels the deadline</td><td>ends</td></tr>
 * </table>
 */
@Saga
@ProcessingGroup(PrescriptionSaga.GROUP)
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public class PrescriptionSaga { // public, because Axon creates it

  static final String GROUP = "prescription-saga";
  private static final String DEADLINE = "prescription-near";
  private static final int MONTHS = 30;
  private static final Duration REPEAT = Duration.ofDays(1);

  private @Nullable InvoiceId invoiceId;
  private TenantId tenant;
  private @Nullable String correlationId;
  private LocalDate start;
  private Alarm alarm = Alarm.NONE;

  @StartSaga
  @SagaEventHandler(associationProperty = "invoiceId")
  void on(
      InvoiceSent event,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor) {
    begin(event.invoiceId(), event.tenantId(), event.dueDate(), correlation, conductor);
  }

  /** A settled invoice is open again, and its saga had ended. */
  @StartSaga
  @SagaEventHandler(associationProperty = "invoiceId")
  void on(
      InvoiceReopened event,
      @MetaDataValue(MetadataKeys.TENANT) String tenantId,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor) {
    begin(event.invoiceId(), new TenantId(tenantId), event.dueDate(), correlation, conductor);
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(PaymentRecorded event, Conductor conductor) {
    interrupted(event.paymentDate(), conductor);
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(DebtAcknowledged event, Conductor conductor) {
    interrupted(event.acknowledgedOn(), conductor);
  }

  @DeadlineHandler(deadlineName = DEADLINE)
  void fired(Integer turn, Conductor conductor, DeadlineLimits limits) {
    if (!alarm.isDue(turn)) {
      return;
    }
    alarm = alarm.fired();
    Instant now = conductor.now();
    if (now.isBefore(near())) {
      // This clock is behind the one that fires: counted from that one's time.
      alarm = conductor.arm(DEADLINE, alarm, alarm.at().plus(limits.repeatAfter(1)));
      return;
    }
    conductor.send(
        GROUP, correlationId, new WarnOfPrescription(invoiceId, tenant, BusinessTime.dateAt(now)));
    alarm = conductor.arm(DEADLINE, alarm, REPEAT);
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoicePaid event, Conductor conductor) {
    end(conductor);
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceSettled event, Conductor conductor) {
    end(conductor);
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceVoided event, Conductor conductor) {
    end(conductor);
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceWrittenOff event, Conductor conductor) {
    if (event.balanceAfter().isZero()) {
      end(conductor);
    }
  }

  private void begin(
      InvoiceId id,
      TenantId tenantId,
      LocalDate due,
      @Nullable String correlation,
      Conductor conductor) {
    if (invoiceId != null) {
      return; // watched already: the event came twice
    }
    invoiceId = id;
    tenant = tenantId;
    correlationId = correlation;
    start = due;
    alarm = conductor.arm(DEADLINE, alarm, near());
  }

  private void interrupted(LocalDate on, Conductor conductor) {
    if (on.isAfter(start)) {
      start = on;
      alarm = conductor.arm(DEADLINE, alarm, near());
    }
  }

  private Instant near() {
    return BusinessTime.startOf(start.plusMonths(MONTHS));
  }

  private void end(Conductor conductor) {
    alarm = conductor.disarm(DEADLINE, alarm);
    SagaLifecycle.end();
  }
}
