package za.lexohub.processes.deadlines;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
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
import za.lexohub.messages.invoice.InvoiceCommands.SendPaymentReminder;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputeResolved;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSettled;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.practice.BusinessTime;

/**
 * Asks every morning whether somebody is to be reminded of an invoice. One lives as long as money
 * is owed; the invoice knows what is due, so a changed policy holds from the next morning on.
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>state</th><th>on</th><th>does</th><th>then</th></tr>
 *   <tr><td>–</td><td>InvoiceSent, InvoiceReopened</td><td>deadline: next 09:00 Johannesburg</td>
 *       <td>reminding</td></tr>
 *   <tr><td>reminding</td><td>deadline, too early by the clock</td><td>deadline again</td>
 *       <td>reminding</td></tr>
 *   <tr><td>reminding</td><td>deadline</td><td>SendPaymentReminder; deadline: next 09:00</td>
 *       <td>reminding</td></tr>
 *   <tr><td>reminding</td><td>InvoiceDisputed</td><td>cancels the deadline</td><td>resting</td></tr>
 *   <tr><td>resting</td><td>InvoiceDisputeResolved</td><td>deadline: next 09:00</td>
 *       <td>reminding</td></tr>
 *   <tr><td>any</td><td>InvoicePaid, InvoiceSettled, InvoiceVoided; InvoiceWrittenOff with nothing
 *       left</td><td>cancels the deadline</td><td>ends</td></tr>
 * </table>
 */
@Saga
@ProcessingGroup(ReminderSaga.GROUP)
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public class ReminderSaga { // public, because Axon creates it

  static final String GROUP = "reminder-saga";
  private static final String DEADLINE = "reminder-morning";
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private @Nullable InvoiceId invoiceId;
  private TenantId tenant;
  private @Nullable String correlationId;
  private boolean resting;
  private Alarm alarm = Alarm.NONE;

  @StartSaga
  @SagaEventHandler(associationProperty = "invoiceId")
  void on(
      InvoiceSent event,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor) {
    begin(event.invoiceId(), event.tenantId(), correlation, conductor);
  }

  /** A settled invoice is open again, and its saga had ended. */
  @StartSaga
  @SagaEventHandler(associationProperty = "invoiceId")
  void on(
      InvoiceReopened event,
      @MetaDataValue(MetadataKeys.TENANT) String tenantId,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor) {
    begin(event.invoiceId(), new TenantId(tenantId), correlation, conductor);
  }

  /** The answer is not waited for: a morning that is lost is made up for by the next ones. */
  @DeadlineHandler(deadlineName = DEADLINE)
  void fired(Integer turn, Conductor conductor, DeadlineLimits limits) {
    if (!alarm.isDue(turn)) {
      return;
    }
    alarm = alarm.fired();
    Instant now = conductor.now();
    if (now.isBefore(alarm.at())) {
      // This clock is behind the one that fires: counted from that one's time.
      alarm = conductor.arm(DEADLINE, alarm, alarm.at().plus(limits.repeatAfter(1)));
      return;
    }
    conductor.send(
        GROUP,
        correlationId,
        new SendPaymentReminder(invoiceId, tenant, null, BusinessTime.dateAt(now)));
    alarm = conductor.arm(DEADLINE, alarm, nextMorning(now));
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceDisputed event, Conductor conductor) {
    resting = true;
    alarm = conductor.disarm(DEADLINE, alarm);
  }

  @SagaEventHandler(associationProperty = "invoiceId")
  void on(InvoiceDisputeResolved event, Conductor conductor) {
    if (resting) {
      resting = false;
      alarm = conductor.arm(DEADLINE, alarm, nextMorning(conductor.now()));
    }
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
      InvoiceId id, TenantId tenantId, @Nullable String correlation, Conductor conductor) {
    if (invoiceId != null) {
      return; // reminding already: the event came twice
    }
    invoiceId = id;
    tenant = tenantId;
    correlationId = correlation;
    alarm = conductor.arm(DEADLINE, alarm, nextMorning(conductor.now()));
  }

  private static Instant nextMorning(Instant now) {
    ZonedDateTime here = now.atZone(BusinessTime.ZONE);
    ZonedDateTime morning = here.with(MORNING);
    return (here.isBefore(morning) ? morning : morning.plusDays(1)).toInstant();
  }

  private void end(Conductor conductor) {
    alarm = conductor.disarm(DEADLINE, alarm);
    SagaLifecycle.end();
  }
}
