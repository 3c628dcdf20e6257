package za.lexohub.processes.work;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.processes.SagaStage.METADATA;
import static za.lexohub.processes.Walk.MATTER;
import static za.lexohub.processes.Walk.PRO_FORMA;
import static za.lexohub.processes.Walk.SEALED;
import static za.lexohub.processes.Walk.TENANT;

import java.time.Duration;
import java.time.LocalDate;
import org.axonframework.test.saga.SagaTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.matter.MatterCommands.ApproveMatterByProForma;
import za.lexohub.messages.matter.MatterCommands.AwaitMatterApproval;
import za.lexohub.messages.matter.MatterEvents.ConflictCheckCompleted;
import za.lexohub.messages.matter.MatterEvents.ConflictOverridden;
import za.lexohub.messages.matter.MatterEvents.MatterAccepted;
import za.lexohub.messages.matter.MatterEvents.MatterAwaitingApproval;
import za.lexohub.messages.matter.MatterEvents.MatterDeclined;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.processes.SagaStage;
import za.lexohub.processes.SagaTrial;
import za.lexohub.processes.Walk;
import za.lexohub.processes.deadlines.DeadlineLimits;

class MatterApprovalSagaTest {
  private static final String DEADLINE = "matter-approval";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Party PARTY = new Party(SEALED, true);
  private static final AwaitMatterApproval AWAIT =
      new AwaitMatterApproval(MATTER, TENANT, PRO_FORMA);
  private static final ApproveMatterByProForma APPROVE =
      new ApproveMatterByProForma(
          MATTER, TENANT, PRO_FORMA, BusinessTime.dateAt(Walk.accepted().acceptedAt()));
  private static final MatterAwaitingApproval AWAITING =
      new MatterAwaitingApproval(MATTER, PRO_FORMA);

  private final SagaStage<MatterApprovalSaga> stage =
      new SagaStage<>(
          MatterApprovalSaga.class, new DeadlineLimits(Duration.ofMinutes(1), Duration.ofHours(1)));
  private final SagaTestFixture<MatterApprovalSaga> fixture = stage.fixture;

  private static MatterRequested requested() {
    return new MatterRequested(
        MATTER,
        TENANT,
        "JHB/2026/001",
        "commercial",
        Bar.JOHANNESBURG,
        PARTY,
        PARTY,
        SEALED,
        false,
        "naledi",
        DAY);
  }

  private static ProFormaDrafted drafted(@Nullable MatterId matter) {
    return new ProFormaDrafted(
        PRO_FORMA,
        TENANT,
        "PF-2026-0001",
        matter,
        PARTY,
        PARTY,
        SEALED,
        "commercial",
        Walk.accepted().offer(),
        DAY,
        Walk.VALID_UNTIL);
  }

  private void given(Object... events) {
    for (Object event : events) {
      fixture.givenAPublished(event, METADATA);
    }
  }

  private void sent() {
    given(requested(), drafted(MATTER), Walk.sent(1, Walk.VALID_UNTIL));
  }

  private void accepted() {
    sent();
    given(AWAITING, Walk.accepted());
  }

  @Test
  void a_sent_pro_forma_is_waited_for_until_the_matter_says_so() {
    given(requested(), drafted(MATTER));
    fixture
        .whenPublishingA(Walk.sent(1, Walk.VALID_UNTIL), METADATA)
        .expectDispatchedCommands(AWAIT)
        .expectScheduledDeadlineWithName(Duration.ofMinutes(1), DEADLINE);
    fixture
        .whenTimeElapses(Duration.ofMinutes(1))
        .expectDispatchedCommands(AWAIT)
        .expectScheduledDeadlineWithName(Duration.ofMinutes(2), DEADLINE);
    fixture
        .whenPublishingA(AWAITING, METADATA)
        .expectActiveSagas(1)
        .expectNoDispatchedCommands()
        .expectNoScheduledDeadlines();
  }

  @Test
  void an_accepted_pro_forma_takes_the_brief() {
    sent();
    given(AWAITING);
    fixture
        .whenPublishingA(Walk.accepted(), METADATA)
        .expectDispatchedCommands(APPROVE)
        .expectScheduledDeadlineWithName(Duration.ofMinutes(1), DEADLINE);
    fixture.whenTimeElapses(Duration.ofMinutes(1)).expectDispatchedCommands(APPROVE);
    fixture
        .whenPublishingA(new MatterAccepted(MATTER, false, null, DAY), METADATA)
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void an_acceptance_that_comes_before_the_matter_has_heard_waits_for_it() {
    sent();
    fixture.whenPublishingA(Walk.accepted(), METADATA).expectDispatchedCommands(AWAIT);
    fixture.whenPublishingA(AWAITING, METADATA).expectDispatchedCommands(APPROVE);
  }

  @Test
  void events_that_come_again_ask_for_nothing() {
    accepted();
    fixture.whenPublishingA(Walk.sent(1, Walk.VALID_UNTIL), METADATA).expectNoDispatchedCommands();
    fixture.whenPublishingA(AWAITING, METADATA).expectNoDispatchedCommands();
    fixture.whenPublishingA(Walk.accepted(), METADATA).expectNoDispatchedCommands();
  }

  @Test
  void a_conflict_that_is_gone_lets_it_ask_at_once() {
    accepted();
    fixture
        .whenPublishingA(new ConflictCheckCompleted(MATTER, false, null, DAY), METADATA)
        .expectNoDispatchedCommands();
    fixture
        .whenPublishingA(new ConflictOverridden(MATTER, SEALED, DAY), METADATA)
        .expectDispatchedCommands(APPROVE);
    fixture
        .whenPublishingA(new ConflictCheckCompleted(MATTER, true, null, DAY), METADATA)
        .expectDispatchedCommands(APPROVE);
  }

  @Test
  void a_declined_request_ends_it() {
    sent();
    fixture
        .whenPublishingA(new MatterDeclined(MATTER, SEALED), METADATA)
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void matters_that_nobody_requested_begin_nothing() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(drafted(MATTER), METADATA)
        .expectActiveSagas(0)
        .expectNoDispatchedCommands();
  }

  @Test
  void pro_formas_without_a_matter_are_nobodys() {
    given(requested(), drafted(null));
    fixture.whenPublishingA(Walk.sent(1, Walk.VALID_UNTIL), METADATA).expectNoDispatchedCommands();
  }

  @Test
  void it_is_the_same_after_it_was_stored() {
    accepted();
    MatterApprovalSaga saga = stage.stored("matterId", MATTER.toString());

    assertThat(SagaStage.storedAndLoaded(saga)).usingRecursiveComparison().isEqualTo(saga);
  }

  @Test
  void repeats_restarts_and_refusals_leave_it_as_it_would_be() {
    SagaTrial.holdsAskingAgain(
        () -> new MatterApprovalSagaTest().stage,
        requested(),
        drafted(MATTER),
        Walk.sent(1, Walk.VALID_UNTIL),
        Duration.ofMinutes(1),
        Walk.accepted(),
        AWAITING,
        Duration.ofMinutes(1),
        new ConflictCheckCompleted(MATTER, true, null, DAY),
        Duration.ofHours(1),
        new MatterAccepted(MATTER, false, null, DAY));
  }
}
