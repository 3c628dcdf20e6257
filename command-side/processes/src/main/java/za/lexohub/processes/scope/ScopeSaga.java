package za.lexohub.processes.scope;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
import za.lexohub.messages.matter.MatterEvents.MatterArchived;
import za.lexohub.messages.matter.MatterEvents.MatterBudgetExceeded;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.scope.AmendmentId;
import za.lexohub.messages.scope.AmendmentType;
import za.lexohub.messages.scope.ScopeAmendmentCommands.ProposeScopeAmendment;
import za.lexohub.messages.scope.ScopeAmendmentCommands.SupersedeScopeAmendment;
import za.lexohub.messages.scope.ScopeAmendmentEvents.ScopeAmendmentApproved;
import za.lexohub.messages.scope.ScopeAmendmentEvents.ScopeAmendmentProposed;
import za.lexohub.messages.scope.ScopeAmendmentEvents.ScopeAmendmentRejected;
import za.lexohub.messages.scope.ScopeAmendmentEvents.ScopeAmendmentSuperseded;
import za.lexohub.processes.deadlines.Alarm;
import za.lexohub.processes.deadlines.Conductor;
import za.lexohub.processes.deadlines.DeadlineLimits;

/**
 * Keeps the amendments of a matter in order: proposes one when the work outgrows its budget, and
 * lets the others give way when one is approved. One lives as long as one of the matter is pending
 * or an answer is waited for.
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>on</th><th>does</th></tr>
 *   <tr><td>MatterBudgetExceeded</td><td>ProposeScopeAmendment, and again until it is
 *       answered</td></tr>
 *   <tr><td>ScopeAmendmentProposed</td><td>remembers it as pending</td></tr>
 *   <tr><td>ScopeAmendmentApproved</td><td>SupersedeScopeAmendment for every other pending one, and
 *       again until it is answered</td></tr>
 *   <tr><td>ScopeAmendmentRejected, ScopeAmendmentSuperseded</td><td>forgets it</td></tr>
 *   <tr><td>MatterClosed, MatterArchived</td><td>proposes nothing any more</td></tr>
 * </table>
 */
@Saga
@ProcessingGroup(ScopeSaga.GROUP)
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public class ScopeSaga { // public, because Axon creates it

  static final String GROUP = "scope-saga";
  private static final String DEADLINE = "scope-answer";

  /** An amendment that is asked for. */
  record Proposal(AmendmentId id, Money agreed, Money actual) {}

  /** A pending amendment that is to give way to an approved one. */
  record Way(AmendmentId from, AmendmentId to) {}

  private MatterId matterId;
  private TenantId tenant;
  private @Nullable String correlationId;
  private List<AmendmentId> pending = new ArrayList<>();
  private List<Proposal> proposals = new ArrayList<>();
  private List<Way> ways = new ArrayList<>();
  private int attempt;
  private Alarm alarm = Alarm.NONE;

  @StartSaga
  @SagaEventHandler(associationProperty = "matterId")
  void on(
      MatterBudgetExceeded event,
      @MetaDataValue(MetadataKeys.TENANT) String tenantId,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor,
      DeadlineLimits limits) {
    begin(event.matterId(), new TenantId(tenantId), correlation);
    Proposal proposal = new Proposal(idOf(event), event.agreed(), event.actual());
    if (!proposals.contains(proposal) && !pending.contains(proposal.id())) {
      proposals.add(proposal);
    }
    ask(conductor, limits);
  }

  /** One for each limit and agreed amount, however often it is exceeded. */
  private static AmendmentId idOf(MatterBudgetExceeded event) {
    String name = event.matterId() + "/" + event.limit() + "/" + event.agreed().amount();
    return new AmendmentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  @StartSaga
  @SagaEventHandler(associationProperty = "matterId")
  void on(
      ScopeAmendmentProposed event,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor) {
    begin(event.matterId(), event.tenantId(), correlation);
    if (!pending.contains(event.amendmentId())) {
      pending.add(event.amendmentId());
      SagaLifecycle.associateWith("amendmentId", event.amendmentId().toString());
    }
    proposals.removeIf(it -> it.id().equals(event.amendmentId()));
    rest(conductor);
  }

  @SagaEventHandler(associationProperty = "amendmentId")
  void on(ScopeAmendmentApproved event, Conductor conductor, DeadlineLimits limits) {
    forget(event.amendmentId());
    for (AmendmentId other : pending) {
      if (ways.stream().noneMatch(it -> it.from().equals(other))) {
        ways.add(new Way(other, event.amendmentId()));
      }
    }
    if (ways.isEmpty()) {
      rest(conductor);
    } else {
      ask(conductor, limits);
    }
  }

  @SagaEventHandler(associationProperty = "amendmentId")
  void on(ScopeAmendmentRejected event, Conductor conductor) {
    forget(event.amendmentId());
    rest(conductor);
  }

  @SagaEventHandler(associationProperty = "amendmentId")
  void on(ScopeAmendmentSuperseded event, Conductor conductor) {
    forget(event.amendmentId());
    rest(conductor);
  }

  @SagaEventHandler(associationProperty = "matterId")
  void on(MatterClosed event, Conductor conductor) {
    proposals.clear();
    rest(conductor);
  }

  @SagaEventHandler(associationProperty = "matterId")
  void on(MatterArchived event, Conductor conductor) {
    proposals.clear();
    rest(conductor);
  }

  @DeadlineHandler(deadlineName = DEADLINE)
  void fired(Integer turn, Conductor conductor, DeadlineLimits limits) {
    if (alarm.isDue(turn)) {
      alarm = alarm.fired();
      send(conductor);
      attempt++;
      alarm = conductor.arm(DEADLINE, alarm, limits.repeatAfter(attempt));
    }
  }

  private void begin(MatterId id, TenantId tenantId, @Nullable String correlation) {
    matterId = id;
    tenant = tenantId;
    correlationId = correlation;
  }

  private void forget(AmendmentId id) {
    pending.remove(id);
    ways.removeIf(it -> it.from().equals(id));
  }

  private void ask(Conductor conductor, DeadlineLimits limits) {
    send(conductor);
    attempt = 1;
    alarm = conductor.arm(DEADLINE, alarm, limits.repeatAfter(attempt));
  }

  private void send(Conductor conductor) {
    for (Proposal it : proposals) {
      conductor.send(
          GROUP,
          correlationId,
          new ProposeScopeAmendment(
              it.id(),
              tenant,
              matterId,
              null,
              AmendmentType.SCOPE_INCREASE,
              null,
              it.agreed(),
              it.actual(),
              0,
              0,
              true));
    }
    for (Way it : ways) {
      conductor.send(GROUP, correlationId, new SupersedeScopeAmendment(it.from(), tenant, it.to()));
    }
  }

  /** Waits for nothing, unless something is still asked for. */
  private void rest(Conductor conductor) {
    if (!proposals.isEmpty() || !ways.isEmpty()) {
      return;
    }
    alarm = conductor.disarm(DEADLINE, alarm);
    if (pending.isEmpty()) {
      SagaLifecycle.end();
    }
  }
}
