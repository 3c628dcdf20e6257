package za.lexohub.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AppliedWaitTest {

  private final KnownPositions positions = new KnownPositions();
  private final AppliedWait applied = new AppliedWait(positions);

  @Test
  void who_asks_for_nothing_waits_for_nothing() {
    assertThat(applied.await("matters", Consistency.NONE)).isZero();
  }

  @Test
  void a_position_that_the_log_has_not_reached_is_waited_for_in_vain_and_so_not_at_all() {
    positions.recorded = 6;
    assertThatThrownBy(() -> applied.await("matters", Consistency.through(7, Duration.ofDays(1))))
        .isInstanceOf(UnknownPosition.class);
  }

  @Test
  void answers_as_soon_as_the_position_is_applied() throws Exception {
    positions.recorded = 9;
    var answer =
        CompletableFuture.supplyAsync(
            () -> applied.await("matters", Consistency.through(7, Duration.ofMinutes(1))));
    assertThat(answer).isNotDone();
    positions.applied.put("matters", 9L);
    assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(9);
  }

  @Test
  void whoever_must_wait_is_told_so_and_nobody_else() {
    List<String> told = new ArrayList<>();
    AppliedWait listened = new AppliedWait(positions, () -> told.add("waits"));
    positions.recorded = 9;
    positions.applied.put("matters", 9L);
    listened.await("matters", Consistency.through(9, Duration.ofMinutes(1)));
    assertThat(told).isEmpty();
    positions.applied.put("matters", 6L);
    assertThatThrownBy(
            () -> listened.await("matters", Consistency.through(9, Duration.ofMillis(1))))
        .isInstanceOf(NotYetConsistent.class);
    assertThat(told).containsExactly("waits");
  }

  @Test
  void says_what_is_missing_when_the_time_is_over() {
    positions.recorded = 9;
    positions.applied.put("matters", 6L);
    NotYetConsistent refused =
        catchThrowableOfType(
            NotYetConsistent.class,
            () -> applied.await("matters", Consistency.through(7, Duration.ZERO)));
    assertThat(refused.wanted()).isEqualTo(7);
    assertThat(refused.applied()).isEqualTo(6);
    assertThat(refused.retryAfter()).isPositive();
  }

  @Test
  void what_was_read_while_the_model_began_anew_is_refused_even_when_it_is_there_again() {
    positions.recorded = 9;
    positions.applied.put("matters", 9L);
    positions.beginnings.put("matters", 3L);
    long before = applied.beginnings("matters");
    applied.requireStillWhole("matters", before);

    positions.beginnings.put("matters", 4L);
    assertThatThrownBy(() -> applied.requireStillWhole("matters", before))
        .isInstanceOf(NotYetConsistent.class);
  }

  @Test
  void the_slowest_of_several_read_models_decides() {
    positions.recorded = 9;
    positions.applied.put("matters", 9L);
    positions.applied.put("invoices", 8L);
    Consistency wanted = Consistency.through(8, Duration.ZERO);
    assertThat(applied.await(wanted, "matters", "invoices")).isEqualTo(8);
    positions.applied.put("invoices", 7L);
    assertThatThrownBy(() -> applied.await(wanted, "matters", "invoices"))
        .isInstanceOf(NotYetConsistent.class);
  }

  @Test
  void a_read_model_that_is_made_anew_answers_nobody_before_it_is_where_it_was() {
    positions.floors.put("matters", 5L);
    positions.applied.put("matters", 4L);
    assertThat(applied.through("matters")).isNegative();
    assertThatThrownBy(() -> applied.await("matters", Consistency.NONE))
        .isInstanceOf(NotYetConsistent.class);
    positions.applied.put("matters", 5L);
    assertThat(applied.through("matters")).isEqualTo(5);
    assertThat(applied.await("matters", Consistency.NONE)).isEqualTo(5);
  }

  @Test
  void what_is_parked_of_one_tenant_is_no_matter_of_another() {
    positions.parked.add("ledger/t1");
    assertThatThrownBy(() -> applied.refuseAnyParked("ledger", "t1"))
        .isInstanceOf(ProjectionParked.class);
    applied.refuseAnyParked("ledger", "t2");
    applied.refuseAnyParked("invoices", "t1");
  }

  @Test
  void a_parked_aggregate_is_named() {
    positions.parked.add("matters/m1");
    assertThatThrownBy(() -> applied.refuseParked("matters", "m1"))
        .isInstanceOf(ProjectionParked.class);
    applied.refuseParked("matters", "m2");
  }
}
