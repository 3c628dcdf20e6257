package za.lexohub.processes.work;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterCommands.ApproveMatterByProForma;
import za.lexohub.messages.matter.MatterCommands.AwaitMatterApproval;
import za.lexohub.messages.matter.MatterEvents.ConflictCheckCompleted;
import za.lexohub.messages.matter.MatterEvents.ConflictOverridden;
import za.lexohub.messages.matter.MatterEvents.MatterAccepted;
import za.lexohub.messages.matter.MatterEvents.MatterAwaitingApproval;
import za.lexohub.messages.matter.MatterEvents.MatterDeclined;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.processes.deadlines.Alarm;
import za.lexohub.processes.deadlines.Conductor;
import za.lexohub.processes.deadlines.DeadlineLimits;

/**
 * Lets a requested brief be taken by the pro forma that the attorney accepts. One lives from the
 * request until the brief is taken or declined, by whomever.
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>state</th><th>on</th><th>does</th><th>then</th></tr>
 *   <tr><td>–</td><td>MatterRequested</td><td></td><td>requested</td></tr>
 *   <tr><td>requested</td><td>ProFormaDrafted on the matter</td><td>follows the pro forma</td>
 *       <td>requested</td></tr>
 *   <tr><td>requested</td><td>ProFormaSent</td><td>AwaitMatterApproval, and again until it is
 *       answered</td><td>requested</td></tr>
 *   <tr><td>requested</td><td>MatterAwaitingApproval</td><td>asks no more</td>
 *       <td>requested</td></tr>
 *   <tr><td>requested</td><td>ProFormaAccepted</td><td>ApproveMatterByProForma, and again until it
 *       is answered; at once when a conflict that stood in the way is gone</td>
 *       <td>requested</td></tr>
 *   <tr><td>requested</td><td>MatterAccepted, MatterDeclined</td><td>cancels the deadline</td>
 *       <td>ends</td></tr>
 * </table>
 */
@Saga
@ProcessingGroup(MatterApprovalSaga.GROUP)
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public class MatterApprovalSaga { // public, because Axon creates it

  static final String GROUP = "matter-approval-saga";
  private static final String DEADLINE = "matter-approval";

  private MatterId matterId;
  private TenantId tenant;
  private @Nullable String correlationId;

  /** Sent, and the matter does not say yet that it waits for them. */
  private List<ProFormaId> unheard = new ArrayList<>();

  private List<ProFormaId> heard = new ArrayList<>();
  private @Nullable ProFormaId accepted;
  private @Nullable LocalDate acceptedOn;
  private int attempt;
  private Alarm alarm = Alarm.NONE;

  @StartSaga
  @SagaEventHandler(associationProperty = "matterId")
  void on(
      MatterRequested event,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation) {
    matterId = event.matterId();
    tenant = event.tenantId();
    correlationId = correlation;
  }

  @SagaEventHandler(associationProperty = "matterId")
  void on(ProFormaDrafted event) {
    SagaLifecycle.associateWith("proFormaId", event.proFormaId().toString());
  }

  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaSent event, Conductor conductor, DeadlineLimits limits) {
    if (!unheard.contains(event.proFormaId()) && !heard.contains(event.proFormaId())) {
      unheard.add(event.proFormaId());
      begin(conductor, limits);
    }
  }

  @SagaEventHandler(associationProperty = "matterId")
  void on(MatterAwaitingApproval event, Conductor conductor, DeadlineLimits limits) {
    if (!heard.contains(event.proFormaId())) {
      unheard.remove(event.proFormaId());
      heard.add(event.proFormaId());
      begin(conductor, limits);
    }
  }

  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaAccepted event, Conductor conductor, DeadlineLimits limits) {
    if (accepted == null) {
      accepted = event.proFormaId();
      acceptedOn = BusinessTime.dateAt(event.acceptedAt());
      begin(conductor, limits);
    }
  }

  @SagaEventHandler(associationProperty = "matterId")
  void on(ConflictCheckCompleted event, Conductor conductor, DeadlineLimits limits) {
    if (event.cleared() && accepted != null) {
      begin(conductor, limits);
    }
  }

  @SagaEventHandler(associationProperty = "matterId")
  void on(ConflictOverridden event, Conductor conductor, DeadlineLimits limits) {
    if (accepted != null) {
      begin(conductor, limits);
    }
  }

  @DeadlineHandler(deadlineName = DEADLINE)
  void fired(Integer turn, Conductor conductor, DeadlineLimits limits) {
    if (alarm.isDue(turn)) {
      alarm = alarm.fired();
      ask(conductor, limits);
    }
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "matterId")
  void on(MatterAccepted event, Conductor conductor) {
    alarm = conductor.disarm(DEADLINE, alarm);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "matterId")
  void on(MatterDeclined event, Conductor conductor) {
    alarm = conductor.disarm(DEADLINE, alarm);
  }

  private void begin(Conductor conductor, DeadlineLimits limits) {
    attempt = 0;
    ask(conductor, limits);
  }

  /** Whatever is not answered yet; the matter must have heard of a pro forma before it counts. */
  private void ask(Conductor conductor, DeadlineLimits limits) {
    for (ProFormaId proForma : unheard) {
      conductor.send(GROUP, correlationId, new AwaitMatterApproval(matterId, tenant, proForma));
    }
    boolean approving = accepted != null && acceptedOn != null && heard.contains(accepted);
    if (approving) {
      conductor.send(
          GROUP,
          correlationId,
          new ApproveMatterByProForma(matterId, tenant, accepted, acceptedOn));
    }
    if (unheard.isEmpty() && !approving) {
      alarm = conductor.disarm(DEADLINE, alarm);
    } else {
      attempt++;
      alarm = conductor.arm(DEADLINE, alarm, limits.repeatAfter(attempt));
    }
  }
}
