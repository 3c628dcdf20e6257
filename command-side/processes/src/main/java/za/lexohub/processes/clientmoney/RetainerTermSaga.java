package za.lexohub.processes.clientmoney;

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
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.retainer.RetainerCommands;
import za.lexohub.messages.retainer.RetainerCommands.ExpireRetainer;
import za.lexohub.messages.retainer.RetainerCommands.RenewRetainer;
import za.lexohub.messages.retainer.RetainerEvents.RetainerAgreed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerCancelled;
import za.lexohub.messages.retainer.RetainerEvents.RetainerExpired;
import za.lexohub.messages.retainer.RetainerEvents.RetainerRefunded;
import za.lexohub.messages.retainer.RetainerEvents.RetainerRenewed;
import za.lexohub.messages.retainer.RetainerId;
import za.lexohub.processes.deadlines.Alarm;
import za.lexohub.processes.deadlines.Conductor;
import za.lexohub.processes.deadlines.DeadlineLimits;

/**
 * Watches the term of a retainer. One lives while there is a term to come to its end.
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>state</th><th>on</th><th>does</th><th>then</th></tr>
 *   <tr><td>–</td><td>RetainerAgreed with a term, RetainerRenewed</td><td>deadline: the day after
 *       its last, 00:00 Johannesburg; at once when that is past</td><td>watching</td></tr>
 *   <tr><td>watching</td><td>deadline, too early by the clock</td><td>deadline again</td>
 *       <td>watching</td></tr>
 *   <tr><td>watching</td><td>deadline</td><td>RenewRetainer where that was agreed, else
 *       ExpireRetainer; again until it is answered</td><td>watching</td></tr>
 *   <tr><td>watching</td><td>RetainerRenewed</td><td>deadline of the new term</td>
 *       <td>watching</td></tr>
 *   <tr><td>any</td><td>RetainerExpired, RetainerCancelled, RetainerRefunded with nothing left</td>
 *       <td>cancels the deadline</td><td>ends</td></tr>
 * </table>
 */
@Saga
@ProcessingGroup(RetainerTermSaga.GROUP)
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public class RetainerTermSaga { // public, because Axon creates it

  static final String GROUP = "retainer-term-saga";
  private static final String DEADLINE = "retainer-term";

  private @Nullable RetainerId retainerId;
  private TenantId tenant;
  private @Nullable String correlationId;
  private LocalDate endsOn;
  private boolean autoRenew;
  private int attempt;
  private Alarm alarm = Alarm.NONE;

  @StartSaga
  @SagaEventHandler(associationProperty = "retainerId")
  void on(
      RetainerAgreed event,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor) {
    if (event.endsOn() == null) {
      SagaLifecycle.end();
      return;
    }
    if (retainerId != null) {
      return; // watched already: the event came twice
    }
    autoRenew = event.autoRenew();
    watch(event.retainerId(), event.tenantId(), event.endsOn(), correlation, conductor);
  }

  /**
   * It may have expired before, and its saga ended: only one that is not renewed by itself does.
   */
  @StartSaga
  @SagaEventHandler(associationProperty = "retainerId")
  void on(
      RetainerRenewed event,
      @MetaDataValue(MetadataKeys.TENANT) String tenantId,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor) {
    if (retainerId != null && !event.endsOn().isAfter(endsOn)) {
      return; // the event came twice
    }
    alarm = conductor.disarm(DEADLINE, alarm);
    attempt = 0;
    watch(event.retainerId(), new TenantId(tenantId), event.endsOn(), correlation, conductor);
  }

  @DeadlineHandler(deadlineName = DEADLINE)
  void fired(Integer turn, Conductor conductor, DeadlineLimits limits) {
    if (!alarm.isDue(turn) || retainerId == null) {
      return;
    }
    alarm = alarm.fired();
    attempt++;
    Instant now = conductor.now();
    Duration repeat = limits.repeatAfter(attempt);
    if (now.isBefore(over())) {
      // This clock is behind the one that fires: counted from that one's time.
      alarm = conductor.arm(DEADLINE, alarm, alarm.at().plus(repeat));
      return;
    }
    LocalDate today = BusinessTime.dateAt(now);
    RetainerCommands command =
        autoRenew
            ? new RenewRetainer(retainerId, tenant, null, today)
            : new ExpireRetainer(retainerId, tenant, today);
    conductor.send(GROUP, correlationId, command);
    alarm = conductor.arm(DEADLINE, alarm, repeat);
  }

  @SagaEventHandler(associationProperty = "retainerId")
  void on(RetainerExpired event, Conductor conductor) {
    end(conductor);
  }

  @SagaEventHandler(associationProperty = "retainerId")
  void on(RetainerCancelled event, Conductor conductor) {
    end(conductor);
  }

  @SagaEventHandler(associationProperty = "retainerId")
  void on(RetainerRefunded event, Conductor conductor) {
    if (event.balanceAfter().isZero()) {
      end(conductor);
    }
  }

  private void watch(
      RetainerId id,
      TenantId tenantId,
      LocalDate ends,
      @Nullable String correlation,
      Conductor conductor) {
    retainerId = id;
    tenant = tenantId;
    endsOn = ends;
    correlationId = correlation;
    alarm = conductor.arm(DEADLINE, alarm, over());
  }

  private Instant over() {
    return BusinessTime.startOf(endsOn.plusDays(1));
  }

  private void end(Conductor conductor) {
    alarm = conductor.disarm(DEADLINE, alarm);
    SagaLifecycle.end();
  }
}
