package za.lexohub.processes.clientmoney;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.processes.SagaStage.METADATA;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.test.saga.SagaTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.retainer.RetainerCommands.ExpireRetainer;
import za.lexohub.messages.retainer.RetainerCommands.RenewRetainer;
import za.lexohub.messages.retainer.RetainerEvents.RetainerAgreed;
import za.lexohub.messages.retainer.RetainerEvents.RetainerCancelled;
import za.lexohub.messages.retainer.RetainerEvents.RetainerExpired;
import za.lexohub.messages.retainer.RetainerEvents.RetainerRefunded;
import za.lexohub.messages.retainer.RetainerEvents.RetainerRenewed;
import za.lexohub.messages.retainer.RetainerId;
import za.lexohub.messages.retainer.RetainerType;
import za.lexohub.processes.SagaStage;
import za.lexohub.processes.SagaTrial;
import za.lexohub.processes.deadlines.DeadlineLimits;

class RetainerTermSagaTest {
  private static final String DEADLINE = "retainer-term";
  private static final TenantId TENANT = new TenantId("adv-1");
  private static final RetainerId ID = RetainerId.random();
  private static final LocalDate ENDS = LocalDate.of(2026, 12, 31);
  private static final LocalDate OVER = LocalDate.of(2027, 1, 1);

  /** 1 January 2027, 00:00 in Johannesburg. */
  private static final Instant MIDNIGHT = Instant.parse("2026-12-31T22:00:00Z");

  private static final RetainerRenewed RENEWED =
      new RetainerRenewed(ID, OVER, LocalDate.of(2027, 1, 31));
  private static final PersonalData REASON =
      new PersonalData(new UUID(0, 1), new UUID(0, 2), "nonce", "sealed");

  private final SagaStage<RetainerTermSaga> stage =
      new SagaStage<>(
          RetainerTermSaga.class, new DeadlineLimits(Duration.ofMinutes(1), Duration.ofHours(1)));
  private final SagaTestFixture<RetainerTermSaga> fixture = stage.fixture;

  private static RetainerAgreed agreed(@Nullable LocalDate ends, boolean autoRenew) {
    return new RetainerAgreed(
        ID,
        TENANT,
        MatterId.random(),
        RetainerType.MONTHLY,
        Money.cents(100_000),
        LocalDate.of(2026, 12, 1),
        ends,
        autoRenew,
        20,
        null);
  }

  private SagaTestFixture<RetainerTermSaga> watching(boolean autoRenew) {
    fixture.givenAPublished(agreed(ENDS, autoRenew), METADATA);
    return fixture;
  }

  @Test
  void a_term_ends_with_its_last_day_in_johannesburg() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(agreed(ENDS, false), METADATA)
        .expectActiveSagas(1)
        .expectNoDispatchedCommands()
        .expectScheduledDeadlineWithName(MIDNIGHT, DEADLINE);
    watching(false)
        .whenTimeAdvancesTo(MIDNIGHT)
        .expectDispatchedCommands(new ExpireRetainer(ID, TENANT, OVER))
        .expectScheduledDeadlineWithName(Duration.ofMinutes(1), DEADLINE);
  }

  @Test
  void a_retainer_without_a_term_is_not_watched() {
    fixture
        .givenNoPriorActivity()
        .whenPublishingA(agreed(null, false), METADATA)
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void it_is_renewed_where_that_was_agreed_and_watched_on() {
    watching(true)
        .whenTimeAdvancesTo(MIDNIGHT)
        .expectDispatchedCommands(new RenewRetainer(ID, TENANT, null, OVER));
    fixture
        .whenPublishingA(RENEWED, METADATA)
        .expectActiveSagas(1)
        .expectScheduledDeadlineWithName(Instant.parse("2027-01-31T22:00:00Z"), DEADLINE);
    fixture.whenPublishingA(RENEWED, METADATA).expectActiveSagas(1).expectNoDispatchedCommands();
  }

  @Test
  void it_is_asked_for_until_it_is_answered() {
    watching(false).andThenTimeAdvancesTo(MIDNIGHT);
    fixture
        .whenTimeElapses(Duration.ofMinutes(1))
        .expectDispatchedCommands(new ExpireRetainer(ID, TENANT, OVER));
    fixture
        .whenPublishingA(new RetainerExpired(ID, OVER), METADATA)
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
  }

  @Test
  void an_expired_one_that_a_person_renews_is_watched_again() {
    watching(false).andThenAPublished(new RetainerExpired(ID, OVER), METADATA);
    fixture
        .whenPublishingA(RENEWED, METADATA)
        .expectActiveSagas(1)
        .expectScheduledDeadlineWithName(Instant.parse("2027-01-31T22:00:00Z"), DEADLINE);
  }

  @Test
  void its_end_before_the_term_ends_the_watch() {
    watching(true)
        .whenPublishingA(new RetainerCancelled(ID, REASON), METADATA)
        .expectActiveSagas(0)
        .expectNoScheduledDeadlines();
    RetainerTermSagaTest other = new RetainerTermSagaTest();
    other
        .watching(true)
        .andThenAPublished(refunded(5), METADATA)
        .whenPublishingA(refunded(0), METADATA)
        .expectActiveSagas(0);
  }

  private static RetainerRefunded refunded(long left) {
    return new RetainerRefunded(ID, Money.cents(1), ENDS, REASON, Money.cents(left));
  }

  @Test
  void a_clock_that_is_behind_waits_for_its_own_midnight() {
    watching(false);
    stage.clockIsBehindBy(90);
    fixture.whenTimeAdvancesTo(MIDNIGHT).expectNoDispatchedCommands();
    fixture
        .whenTimeAdvancesTo(MIDNIGHT.plusSeconds(90))
        .expectDispatchedCommands(new ExpireRetainer(ID, TENANT, OVER));
  }

  @Test
  void its_state_survives_being_stored() {
    watching(true);
    RetainerTermSaga saga = stage.stored("retainerId", ID.toString());

    assertThat(SagaStage.storedAndLoaded(saga)).usingRecursiveComparison().isEqualTo(saga);
  }

  @Test
  void repeats_restarts_and_refusals_leave_it_as_it_would_be() {
    SagaTrial.holds(
        () -> new RetainerTermSagaTest().stage,
        agreed(ENDS, true),
        Duration.between(SagaStage.NOW, MIDNIGHT),
        Duration.ofMinutes(1),
        RENEWED,
        Duration.ofDays(31),
        new RetainerExpired(ID, LocalDate.of(2027, 2, 1)),
        new RetainerRenewed(ID, LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 28)),
        Duration.ofDays(40),
        refunded(0));
  }
}
