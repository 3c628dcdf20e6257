package za.lexohub.processes.erasure;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
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
import za.lexohub.messages.document.Uploads;
import za.lexohub.messages.erasure.ErasureCommands.CarryOutErasure;
import za.lexohub.messages.erasure.ErasureCommands.DestroySubjectKeys;
import za.lexohub.messages.erasure.ErasureCommands.ExpireUploadTickets;
import za.lexohub.messages.erasure.ErasureEvents.ErasureCancelled;
import za.lexohub.messages.erasure.ErasureEvents.ErasureScheduled;
import za.lexohub.messages.erasure.ErasureEvents.LegalHoldPlaced;
import za.lexohub.messages.erasure.ErasureEvents.LegalHoldReleased;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.ErasureEvents.SubjectKeysDestroyed;
import za.lexohub.messages.erasure.ErasureEvents.UploadTicketsExpired;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.processes.deadlines.Alarm;
import za.lexohub.processes.deadlines.Conductor;
import za.lexohub.processes.deadlines.DeadlineLimits;

/**
 * Sees to it that a scheduled erasure comes on its day, that the keys of an erased file go, and
 * that the file is looked through again when nobody can upload into it any more. Lives as long as
 * one of them is open, be it ten years.
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>on</th><th>does</th><th>then</th></tr>
 *   <tr><td>ErasureScheduled</td><td>deadline: the day due, 00:00 Johannesburg</td>
 *       <td>scheduled</td></tr>
 *   <tr><td>deadline while scheduled</td><td>CarryOutErasure, and again until it is answered by
 *       PersonalDataErased or another day</td><td>scheduled</td></tr>
 *   <tr><td>LegalHoldPlaced, LegalHoldReleased</td><td>cancels the deadline, sets it again</td>
 *       <td>as before</td></tr>
 *   <tr><td>PersonalDataErased</td><td>DestroySubjectKeys, and again until it is answered</td>
 *       <td>destroying</td></tr>
 *   <tr><td>SubjectKeysDestroyed</td><td>when these were the last of every erasure of the file,
 *       deadline: the last ticket for an upload has expired</td><td>closing</td></tr>
 *   <tr><td>deadline while closing</td><td>ExpireUploadTickets, and again until it is answered
 *       </td><td>closing</td></tr>
 *   <tr><td>UploadTicketsExpired</td><td>cancels the deadline when these were the last</td>
 *       <td>ends when nothing is open</td></tr>
 *   <tr><td>ErasureCancelled</td><td>cancels the deadline</td>
 *       <td>ends when nothing is open</td></tr>
 * </table>
 */
@Saga
@ProcessingGroup(ErasureSaga.GROUP)
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public class ErasureSaga { // public, because Axon creates it

  static final String GROUP = "erasure-saga";
  private static final String DEADLINE = "erasure-due";

  /**
   * Longer than a node remembers a key by default (60 s), and the second that is added for reading
   * it, so that the first repeat finds the keys gone everywhere. Where they are remembered longer,
   * a later one does.
   */
  private static final Duration FORGOTTEN = Duration.ofSeconds(65);

  /**
   * Nothing new is announced on the file once its keys are gone everywhere. Twice the life of the
   * last ticket, so that an upload begun with it is over too.
   */
  private static final Duration TICKETS_EXPIRED = Uploads.TICKETS_LIVE.multipliedBy(2);

  private FileReference file;
  private TenantId tenant;
  private @Nullable String correlationId;
  private @Nullable LocalDate dueOn;
  private boolean held;
  private SortedSet<FileSubject> keysLeft = new TreeSet<>();
  private SortedSet<FileSubject> ticketsLeft = new TreeSet<>();
  private int attempt;
  private Alarm alarm = Alarm.NONE;

  @StartSaga
  @SagaEventHandler(associationProperty = "personalFileId")
  void on(
      ErasureScheduled event,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor) {
    about(event.file(), event.tenantId(), correlation);
    boolean sameDay = event.dueOn().equals(dueOn) && alarm.scheduleId() != null;
    dueOn = event.dueOn();
    if (!erasing() && !sameDay) {
      wait(conductor);
    }
  }

  /** A hold alone starts nothing; one that was there before a schedule is told by the refusals. */
  @SagaEventHandler(associationProperty = "personalFileId")
  void on(LegalHoldPlaced event, Conductor conductor) {
    held = true;
    if (!erasing()) {
      alarm = conductor.disarm(DEADLINE, alarm);
    }
  }

  @SagaEventHandler(associationProperty = "personalFileId")
  void on(LegalHoldReleased event, Conductor conductor) {
    held = false;
    if (!erasing()) {
      wait(conductor);
    }
  }

  @SagaEventHandler(associationProperty = "personalFileId")
  void on(ErasureCancelled event, Conductor conductor) {
    dueOn = null;
    if (!erasing()) {
      end(conductor);
    }
  }

  @StartSaga
  @SagaEventHandler(associationProperty = "personalFileId")
  void on(
      PersonalDataErased event,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor,
      DeadlineLimits limits) {
    about(event.data().file(), event.tenantId(), correlation);
    dueOn = null;
    keysLeft.addAll(event.data().subjects());
    attempt = 0;
    act(conductor, limits);
  }

  @DeadlineHandler(deadlineName = DEADLINE)
  void fired(Integer turn, Conductor conductor, DeadlineLimits limits) {
    if (!alarm.isDue(turn)) {
      return;
    }
    alarm = alarm.fired();
    act(conductor, limits);
  }

  @SagaEventHandler(associationProperty = "personalFileId")
  void on(SubjectKeysDestroyed event, Conductor conductor) {
    event.data().subjects().forEach(keysLeft::remove);
    ticketsLeft.addAll(event.data().subjects());
    if (!destroying()) {
      attempt = 0;
      alarm = conductor.arm(DEADLINE, alarm, TICKETS_EXPIRED);
    }
  }

  @SagaEventHandler(associationProperty = "personalFileId")
  void on(UploadTicketsExpired event, Conductor conductor) {
    event.data().subjects().forEach(ticketsLeft::remove);
    if (erasing()) {
      return;
    }
    if (dueOn == null) {
      end(conductor);
    } else {
      wait(conductor);
    }
  }

  /** Something was erased, and is not yet gone from everywhere. */
  private boolean erasing() {
    return destroying() || !ticketsLeft.isEmpty();
  }

  private boolean destroying() {
    return !keysLeft.isEmpty();
  }

  private void about(FileReference of, TenantId owner, @Nullable String correlation) {
    file = of;
    tenant = owner;
    correlationId = correlation;
  }

  private void act(Conductor conductor, DeadlineLimits limits) {
    attempt++;
    Instant now = conductor.now();
    if (destroying()) {
      conductor.send(GROUP, correlationId, new DestroySubjectKeys(file, tenant));
    } else if (erasing()) {
      conductor.send(GROUP, correlationId, new ExpireUploadTickets(file, tenant));
    } else if (dueOn != null) {
      conductor.send(GROUP, correlationId, new CarryOutErasure(file, tenant, now));
    }
    alarm = conductor.arm(DEADLINE, alarm, patience(limits));
  }

  private Duration patience(DeadlineLimits limits) {
    Duration usual = limits.repeatAfter(attempt);
    return destroying() && usual.compareTo(FORGOTTEN) < 0 ? FORGOTTEN : usual;
  }

  private void wait(Conductor conductor) {
    attempt = 0;
    if (held || dueOn == null) {
      alarm = conductor.disarm(DEADLINE, alarm);
    } else {
      alarm = conductor.arm(DEADLINE, alarm, BusinessTime.startOf(dueOn));
    }
  }

  private void end(Conductor conductor) {
    alarm = conductor.disarm(DEADLINE, alarm);
    SagaLifecycle.end();
  }
}
