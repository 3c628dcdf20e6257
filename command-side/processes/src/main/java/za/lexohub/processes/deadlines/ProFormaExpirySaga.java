package za.lexohub.processes.deadlines;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.ProFormaCommands.ExpireProForma;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDeclined;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExtended;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkRegenerated;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequestSubmitted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRevised;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaWithdrawn;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * Watches the end of what is open for the attorney: the link to the form, then the offer. One lives
 * as long as something is open; the next sending or extension starts another.
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>state</th><th>on</th><th>does</th><th>then</th></tr>
 *   <tr><td>–, open</td><td>ProFormaRequested, ProFormaLinkRegenerated</td>
 *       <td>deadline: when the link expires</td><td>open</td></tr>
 *   <tr><td>–, open</td><td>ProFormaSent, ProFormaExtended; ProFormaRevised while negotiating</td>
 *       <td>deadline: the end of its last day, Johannesburg</td><td>open</td></tr>
 *   <tr><td>open</td><td>deadline, too early by the clock</td><td>deadline again</td>
 *       <td>open</td></tr>
 *   <tr><td>open</td><td>deadline</td><td>ExpireProForma, and again until it is answered</td>
 *       <td>open</td></tr>
 *   <tr><td>open</td><td>ProFormaRequestSubmitted, Accepted, Declined, Withdrawn, Expired</td>
 *       <td>cancels the deadline</td><td>ends</td></tr>
 * </table>
 */
@Saga
@ProcessingGroup(ProFormaExpirySaga.GROUP)
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public class ProFormaExpirySaga { // public, because Axon creates it

  static final String GROUP = "pro-forma-expiry-saga";
  private static final String DEADLINE = "pro-forma-expiry";

  private ProFormaId proFormaId;
  private TenantId tenant;
  private @Nullable String correlationId;
  private Instant end;
  private int attempt;
  private Alarm alarm = Alarm.NONE;

  @StartSaga
  @SagaEventHandler(associationProperty = "proFormaId")
  void on(
      ProFormaRequested event,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor) {
    begin(event.proFormaId(), event.tenantId(), correlation);
    watch(event.expiresAt(), conductor);
  }

  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaLinkRegenerated event, Conductor conductor) {
    watch(event.expiresAt(), conductor);
  }

  @StartSaga
  @SagaEventHandler(associationProperty = "proFormaId")
  void on(
      ProFormaSent event,
      @MetaDataValue(MetadataKeys.TENANT) String tenantId,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor) {
    begin(event.proFormaId(), new TenantId(tenantId), correlation);
    watch(endOf(event.validUntil()), conductor);
  }

  /** While it is negotiated; a draft that was never sent has nothing to expire. */
  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaRevised event, Conductor conductor) {
    watch(endOf(event.validUntil()), conductor);
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
    if (now.isBefore(end)) {
      // This clock is behind the one that fires. Counted from that one's time, or it would fire
      // again
      // and again until this one has caught up.
      alarm = conductor.arm(DEADLINE, alarm, alarm.at().plus(repeat));
      return;
    }
    conductor.send(GROUP, correlationId, new ExpireProForma(proFormaId, tenant, now));
    alarm = conductor.arm(DEADLINE, alarm, repeat);
  }

  @StartSaga
  @SagaEventHandler(associationProperty = "proFormaId")
  void on(
      ProFormaExtended event,
      @MetaDataValue(MetadataKeys.TENANT) String tenantId,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor) {
    begin(event.proFormaId(), new TenantId(tenantId), correlation);
    LocalDate lastDay = event.validUntil();
    Instant expiresAt = event.expiresAt();
    if (lastDay != null) {
      watch(endOf(lastDay), conductor);
    } else if (expiresAt != null) {
      watch(expiresAt, conductor);
    }
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaRequestSubmitted event, Conductor conductor) {
    alarm = conductor.disarm(DEADLINE, alarm);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaAccepted event, Conductor conductor) {
    alarm = conductor.disarm(DEADLINE, alarm);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaDeclined event, Conductor conductor) {
    alarm = conductor.disarm(DEADLINE, alarm);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaWithdrawn event, Conductor conductor) {
    alarm = conductor.disarm(DEADLINE, alarm);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaExpired event, Conductor conductor) {
    alarm = conductor.disarm(DEADLINE, alarm);
  }

  private void begin(ProFormaId id, TenantId tenantId, @Nullable String correlation) {
    proFormaId = id;
    tenant = tenantId;
    correlationId = correlation;
  }

  private void watch(Instant until, Conductor conductor) {
    if (alarm.scheduleId() != null && until.equals(end)) {
      return; // watched already: the event came twice
    }
    end = until;
    attempt = 0;
    alarm = conductor.arm(DEADLINE, alarm, until);
  }

  /** The first instant at which an offer of that last day is over. */
  private static Instant endOf(LocalDate validUntil) {
    return BusinessTime.startOf(validUntil.plusDays(1));
  }
}
