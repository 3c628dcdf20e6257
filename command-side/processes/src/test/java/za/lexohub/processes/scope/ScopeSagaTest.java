package za.lexohub.processes.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.processes.SagaStage.METADATA;
import static za.lexohub.processes.Walk.MATTER;
import static za.lexohub.processes.Walk.TENANT;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.matter.BudgetLimit;
import za.lexohub.messages.matter.MatterEvents.MatterBudgetExceeded;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.scope.AmendmentId;
import za.lexohub.messages.scope.AmendmentType;
import za.lexohub.messages.scope.ScopeAmendmentCommands.ProposeScopeAmendment;
import za.lexohub.messages.scope.ScopeAmendmentCommands.SupersedeScopeAmendment;
import za.lexohub.messages.scope.ScopeAmendmentEvents.ScopeAmendmentApproved;
import za.lexohub.messages.scope.ScopeAmendmentEvents.ScopeAmendmentProposed;
import za.lexohub.messages.scope.ScopeAmendmentEvents.ScopeAmendmentRejected;
import za.lexohub.messages.scope.ScopeAmendmentEvents.ScopeAmendmentSuperseded;
import za.lexohub.processes.SagaStage;
import za.lexohub.processes.SagaTrial;
import za.lexohub.processes.Walk;
import za.lexohub.processes.deadlines.DeadlineLimits;

class ScopeSagaTest {

  private static final String DEADLINE = "scope-answer";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Money AGREED = Money.cents(100_000);
  private static final Money ACTUAL = Money.cents(120_000);
  private static final AmendmentId AUTOMATIC =
      new AmendmentId(
          UUID.nameUUIDFromBytes((MATTER + "/ESTIMATE/100000").getBytes(StandardCharsets.UTF_8)));
  private static final AmendmentId ONE = AmendmentId.random();
  private static final AmendmentId TWO = AmendmentId.random();

  private final SagaStage<ScopeSaga> stage =
      new SagaStage<>(ScopeSaga.class, new DeadlineLimits(MINUTE, Duration.ofHours(1)));
  private final SagaTestFixture<ScopeSaga> fixture = stage.fixture;

  private final MatterBudgetExceeded exceeded =
      new MatterBudgetExceeded(MATTER, BudgetLimit.ESTIMATE, ACTUAL, AGREED);
  private final ProposeScopeAmendment propose =
      new ProposeScopeAmendment(
          AUTOMATIC,
          TENANT,
          MATTER,
          null,
          AmendmentType.SCOPE_INCREASE,
          null,
          AGREED,
          ACTUAL,
          0,
          0,
          true);

  private static ScopeAmendmentProposed proposed(AmendmentId id) {
    return new ScopeAmendmentProposed(
        id,
        TENANT,
        MATTER,
        null,
        AmendmentType.SCOPE_INCREASE,
        Walk.SEALED,
        AGREED,
        ACTUAL,
        0,
        0,
        false);
  }

  private static ScopeAmendmentApproved approved(AmendmentId id) {
    return new ScopeAmendmentApproved(id, Channel.RECORDED_BY_ADVOCATE, "thandi");
  }

  @Test
  void work_that_outgrows_its_budget_leads_to_a_proposal_asked_for_until_it_is_there() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(exceeded, METADATA)
        .expectActiveSagas(1)
        .expectDispatchedCommands(propose)
        .expectScheduledDeadlineWithName(MINUTE, DEADLINE);
    fixture
        .whenTimeElapses(MINUTE)
        .expectDispatchedCommands(propose)
        .expectScheduledDeadlineWithName(MINUTE.multipliedBy(2), DEADLINE);
    fixture
        .whenPublishingA(proposed(AUTOMATIC), METADATA)
        .expectActiveSagas(1)
        .expectNoScheduledDeadlines();
  }

  @Test
  void an_approval_lets_the_other_pending_ones_give_way() {
    fixture
        .givenAPublished(proposed(ONE), METADATA)
        .andThenAPublished(proposed(TWO), METADATA)
        .whenPublishingA(approved(TWO), METADATA)
        .expectActiveSagas(1)
        .expectDispatchedCommands(new SupersedeScopeAmendment(ONE, TENANT, TWO))
        .expectScheduledDeadlineWithName(MINUTE, DEADLINE);
    fixture
        .whenPublishingA(new ScopeAmendmentSuperseded(ONE, TWO), METADATA)
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void an_approval_with_no_others_ends_it() {
    fixture
        .givenAPublished(proposed(ONE), METADATA)
        .whenPublishingA(approved(ONE), METADATA)
        .expectActiveSagas(0)
        .expectNoDispatchedCommands();
  }

  @Test
  void a_rejected_one_gives_way_to_nobody() {
    fixture
        .givenAPublished(proposed(ONE), METADATA)
        .andThenAPublished(proposed(TWO), METADATA)
        .andThenAPublished(new ScopeAmendmentRejected(ONE, Walk.SEALED), METADATA)
        .whenPublishingA(approved(TWO), METADATA)
        .expectNoDispatchedCommands()
        .expectActiveSagas(0);
  }

  @Test
  void nothing_more_is_proposed_for_a_closed_matter() {
    fixture
        .givenAPublished(exceeded, METADATA)
        .whenPublishingA(new MatterClosed(MATTER, LocalDate.of(2026, 12, 1)), METADATA)
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void repeated_events_change_nothing() {
    fixture
        .givenAPublished(exceeded, METADATA)
        .andThenAPublished(proposed(AUTOMATIC), METADATA)
        .whenPublishingA(proposed(AUTOMATIC), METADATA)
        .expectActiveSagas(1)
        .expectNoDispatchedCommands();
    fixture.whenPublishingA(approved(AUTOMATIC), METADATA).expectActiveSagas(0);
  }

  @Test
  void its_state_survives_being_stored() {
    fixture
        .givenAPublished(exceeded, METADATA)
        .andThenAPublished(proposed(ONE), METADATA)
        .andThenAPublished(proposed(TWO), METADATA)
        .whenPublishingA(approved(TWO), METADATA);
    ScopeSaga saga = stage.stored("matterId", MATTER.toString());

    assertThat(SagaStage.storedAndLoaded(saga)).usingRecursiveComparison().isEqualTo(saga);
  }

  @Test
  void repeats_restarts_and_refusals_leave_it_as_it_would_be() {
    SagaTrial.holdsAskingAgain(
        () -> new ScopeSagaTest().stage,
        exceeded,
        MINUTE,
        proposed(AUTOMATIC),
        proposed(ONE),
        approved(ONE),
        MINUTE,
        new ScopeAmendmentSuperseded(AUTOMATIC, ONE));
  }

  @Test
  void amendments_are_decided_in_any_order_of_their_streams() {
    SagaTrial.holdsAskingAgain(
        () -> new ScopeSagaTest().stage,
        proposed(ONE),
        exceeded,
        proposed(TWO),
        approved(TWO),
        proposed(AUTOMATIC),
        new ScopeAmendmentRejected(AUTOMATIC, Walk.SEALED),
        MINUTE,
        new ScopeAmendmentSuperseded(ONE, TWO));
  }
}
