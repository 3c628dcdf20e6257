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
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaNotificationFailure;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaPdfFailure;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProFormaNotification;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProFormaPdf;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfStored;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaWithdrawn;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.processes.deadlines.Alarm;
import za.lexohub.processes.deadlines.Conductor;
import za.lexohub.processes.deadlines.Patience;

/**
 * Brings the quote and its link to the attorney. The revision that was sent last counts: it takes
 * the place of one that is still on its way.
 *
 * <table>
 *   <caption>Transitions</caption>
 *   <tr><th>step</th><th>begins with</th><th>command</th><th>answer</th></tr>
 *   <tr><td>GENERATE_PDF</td><td>ProFormaSent</td><td>RequestProFormaPdf</td>
 *       <td>ProFormaPdfStored</td></tr>
 *   <tr><td>SEND_NOTIFICATION</td><td>ProFormaPdfStored</td><td>RequestProFormaNotification
 *       pro-forma</td><td>ProFormaNotificationSent ends the saga</td></tr>
 * </table>
 *
 * <p>A deadline repeats the command; after the last attempt it records the failure
 * (RecordProFormaPdf- or RecordProFormaNotificationFailure), again and again until the event is
 * there. A worker that sees that no attempt will succeed records the failure itself, which counts
 * at any time. Then the saga rests: an answer that comes late, the next ProFormaSent, or a person
 * who has the document or the mail asked for again (ProFormaPdfRequested,
 * ProFormaNotificationRequested) brings it back to work at the step where it failed. An answer of
 * the attorney does not stop the mail, which is then a record of what was answered.
 * ProFormaWithdrawn ends it.
 */
@Saga
@ProcessingGroup(ProFormaDeliverySaga.GROUP)
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public class ProFormaDeliverySaga { // public, because Axon creates it

  static final String GROUP = "pro-forma-delivery-saga";
  static final String TEMPLATE = "pro-forma";
  private static final String DEADLINE = "pro-forma-delivery-step";

  private ProFormaId proFormaId;
  private TenantId tenant;
  private @Nullable String correlationId;
  private int revision;
  private DeliveryState state;
  private DeliveryStep step;
  private int attempt;
  private Alarm alarm = Alarm.NONE;

  @StartSaga
  @SagaEventHandler(associationProperty = "proFormaId")
  void on(
      ProFormaSent event,
      @MetaDataValue(MetadataKeys.TENANT) String tenantId,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor,
      DeliveryLimits limits) {
    if (event.revision() <= revision) {
      return; // the event came twice
    }
    proFormaId = event.proFormaId();
    tenant = new TenantId(tenantId);
    correlationId = correlation;
    revision = event.revision();
    enter(DeliveryStep.GENERATE_PDF, conductor, limits.step());
  }

  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaPdfStored event, Conductor conductor, DeliveryLimits limits) {
    if (event.revision() == revision && step == DeliveryStep.GENERATE_PDF) {
      enter(DeliveryStep.SEND_NOTIFICATION, conductor, limits.step());
    }
  }

  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaNotificationSent event, Conductor conductor) {
    if (event.revision() == revision && TEMPLATE.equals(event.template())) {
      end(conductor);
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
    ask(state == DeliveryState.WORKING ? command() : failure(patience), conductor, patience);
  }

  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaPdfFailed event, Conductor conductor) {
    recorded(event.revision(), DeliveryStep.GENERATE_PDF, conductor);
  }

  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaNotificationFailed event, Conductor conductor) {
    if (TEMPLATE.equals(event.template())) {
      recorded(event.revision(), DeliveryStep.SEND_NOTIFICATION, conductor);
    }
  }

  @SagaEventHandler(associationProperty = "proFormaId")
  void on(
      ProFormaPdfRequested event,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor,
      DeliveryLimits limits) {
    if (event.revision() == revision) {
      resume(DeliveryStep.GENERATE_PDF, correlation, conductor, limits.step());
    }
  }

  @SagaEventHandler(associationProperty = "proFormaId")
  void on(
      ProFormaNotificationRequested event,
      @MetaDataValue(MetadataKeys.CORRELATION_ID) @Nullable String correlation,
      Conductor conductor,
      DeliveryLimits limits) {
    if (event.revision() == revision && TEMPLATE.equals(event.template())) {
      resume(DeliveryStep.SEND_NOTIFICATION, correlation, conductor, limits.step());
    }
  }

  @SagaEventHandler(associationProperty = "proFormaId")
  void on(ProFormaWithdrawn event, Conductor conductor) {
    end(conductor);
  }

  private void enter(DeliveryStep entered, Conductor conductor, Patience patience) {
    step = entered;
    state = DeliveryState.WORKING;
    attempt = 1;
    ask(command(), conductor, patience);
  }

  private void resume(
      DeliveryStep asked, @Nullable String correlation, Conductor conductor, Patience patience) {
    if (state != DeliveryState.FAILED) {
      return; // one of its own requests
    }
    correlationId = correlation;
    if (asked != step) {
      enter(step, conductor, patience); // a mail was asked for that has no document to carry yet
      return;
    }
    state = DeliveryState.WORKING;
    attempt = 1;
    alarm = conductor.arm(DEADLINE, alarm, patience.timeoutAfter(attempt));
  }

  private void ask(TenantCommand command, Conductor conductor, Patience patience) {
    conductor.send(GROUP, correlationId, command);
    alarm = conductor.arm(DEADLINE, alarm, patience.timeoutAfter(attempt));
  }

  private void recorded(int failedRevision, DeliveryStep failedStep, Conductor conductor) {
    if (failedRevision == revision && failedStep == step) {
      state = DeliveryState.FAILED;
      alarm = conductor.disarm(DEADLINE, alarm);
    }
  }

  private TenantCommand command() {
    return switch (step) {
      case GENERATE_PDF -> new RequestProFormaPdf(proFormaId, tenant, revision);
      case SEND_NOTIFICATION ->
          new RequestProFormaNotification(proFormaId, tenant, revision, TEMPLATE);
    };
  }

  private TenantCommand failure(Patience patience) {
    String reason = "no answer after " + patience.attempts() + " attempts";
    return switch (step) {
      case GENERATE_PDF -> new RecordProFormaPdfFailure(proFormaId, tenant, revision, reason);
      case SEND_NOTIFICATION ->
          new RecordProFormaNotificationFailure(proFormaId, tenant, revision, TEMPLATE, reason);
    };
  }

  private void end(Conductor conductor) {
    alarm = conductor.disarm(DEADLINE, alarm);
    SagaLifecycle.end();
  }
}
