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
import za.lexohub.messages.invoice.InvoiceCommands.MarkInvoiceOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSettled;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.practice.BusinessTime;

/**
 * Watches the due date of an issued invoice. One lives as long as money is owed.
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>state</th><th>on</th><th>does</th><th>then</th></tr>
 *   <tr><td>–</td><td>InvoiceSent, InvoiceReopened</td><td>deadline: the day after the due date,
 *       00:00 Johannesburg; at once when that is past</td><td>watching</td></tr>
 *   <tr><td>watching</td><td>deadline, too early by the clock</td><td>deadline again</td>
 *       <td>watching</td></tr>
 *   <tr><td>watching</td><td>deadline</td><td>MarkInvoiceOverdue, and again until it is
 *       answered</td><td>watching</td></tr>
 *   <tr><td>watching</td><td>InvoiceBecameOverdue</td><td>cancels the deadline</td>
 *       <td>overdue</td></tr>
 *   <tr><td>any</td><td>InvoicePaid, InvoiceSettled, InvoiceVoided, InvoiceWrittenOff with nothing
 *       left</td><td>cancels the deadline</td><td>ends</td></tr>
 * </table>
 */
@Saga
@ProcessingGroup(InvoiceOverdueSaga.GROUP)
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public class InvoiceOverdueSaga { // public, because Axon creates it

  static final String GROUP = "invoice-overdue-saga";
  private static final String DEADLINE = "invoice-due";

  private InvoiceId invoiceId;
  private TenantId tenant;
  private @Nullable String correlationId;
  private LocalDate dueDate;
  private boolean overdue;
  private int attempt;
  private Alarm alarm = Alarm.NONE;

  @StartSaga
  @SagaEventHandler(associationProperty = "invoiceId")
  void on(
      InvoiceSent event,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor) {
    watch(event.invoiceId(), event.tenantId(), event.dueDate(), correlation, conductor);
  }

  /** A paid invoice is open again, and its saga had ended. */
  @StartSaga
  @SagaEventHandler(associationProperty = "invoiceId")
  void on(
      InvoiceReopened event,
      @MetaDataValue(MetadataKeys.TENANT) String tenantId,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor) {
    watch(event.invoiceId(), new TenantId(tenantId), event.dueDate(), correlation, conductor);
  }

  @DeadlineHandler(deadlineName = DEADLINE)
  void fired(Integer turn, Conductor conductor, DeadlineLimits limits) {
    if (!alarm.isDue(turn)) {
      return;
    }
    alarm = alarm.fired();
    attempt++;
    Instant now = conductor.now();
    Duration repeat = limits.repeatAfter(attempt);
    if (now.isBefore(overdueFrom())) {
      // This clock is behind the one that fires. Counted from that one's time, or it would fire
      // again
      // and again until this one has caught up.
      alarm = conductor.arm(DEADLINE, alarm, alarm.at().plus(repeat));
      return;
    }
    conductor.send(
        GROUP, correlationId, new MarkInvoiceOverdue(invoiceId, tenant, BusinessTime.dateAt(now)));
    alarm = conductor.arm(DEADLINE, alarm, repeat);
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceBecameOverdue event, Conductor conductor) {
    overdue = true;
    alarm = conductor.disarm(DEADLINE, alarm);
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoicePaid event, Conductor conductor) {
    end(conductor);
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceVoided event, Conductor conductor) {
    end(conductor);
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceSettled event, Conductor conductor) {
    end(conductor);
  }

  /** A part leaves the rest to be watched. */
  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceWrittenOff event, Conductor conductor) {
    if (event.balanceAfter().isZero()) {
      end(conductor);
    }
  }

  private void watch(
      InvoiceId id,
      TenantId tenantId,
      LocalDate due,
      @Nullable String correlation,
      Conductor conductor) {
    if (overdue || alarm.scheduleId() != null) {
      return; // watched already: the event came twice
    }
    invoiceId = id;
    tenant = tenantId;
    dueDate = due;
    correlationId = correlation;
    alarm = conductor.arm(DEADLINE, alarm, overdueFrom());
  }

  private Instant overdueFrom() {
    return BusinessTime.startOf(dueDate.plusDays(1));
  }

  private void end(Conductor conductor) {
    alarm = conductor.disarm(DEADLINE, alarm);
    SagaLifecycle.end();
  }
}
