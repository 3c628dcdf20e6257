package za.lexohub.readmodels.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import za.lexohub.readmodels.rebuild.Rebuild.State;

class RebuildProgressTest {

  @Test
  void what_is_not_there_yet_is_never_all_of_it() {
    assertThat(progress(State.FILLING, 999, 1000, 10).percent()).isEqualTo(99);
    assertThat(progress(State.FILLING, 1000, 1000, 10).percent()).isEqualTo(100);
    assertThat(progress(State.FILLING, 0, 1000, 0).percent()).isEqualTo(0);
  }

  @Test
  void an_empty_log_is_read_already() {
    assertThat(progress(State.FILLING, 0, 0, 0))
        .isEqualTo(new RebuildProgress(2, "FILLING", 100, 0L));
  }

  @Test
  void the_end_is_estimated_from_the_pace_and_from_nothing_else() {
    assertThat(progress(State.FILLING, 400, 1000, 100).secondsLeft()).isEqualTo(6);
    assertThat(progress(State.FILLING, 999, 1000, 100).secondsLeft()).isEqualTo(1);
    assertThat(progress(State.FILLING, 400, 1000, 0).secondsLeft()).isNull();
  }

  @Test
  void what_has_failed_stays_where_it_was_and_never_ends() {
    assertThat(progress(State.FAILED, 250, 1000, 0))
        .isEqualTo(new RebuildProgress(2, "FAILED", 25, null));
  }

  @Test
  void each_version_that_is_not_read_stands_in_one_place() {
    assertThat(State.PROMOTED.beside()).isEqualTo(Rebuild.Beside.RETIRED);
    assertThat(State.ROLLED_BACK.beside()).isEqualTo(Rebuild.Beside.REBUILD);
    for (Rebuild.Beside beside : Rebuild.Beside.values()) {
      assertThat(beside.other().other()).isEqualTo(beside);
      assertThat(beside.processor("invoices")).isEqualTo("invoices@" + beside.schema());
    }
  }

  private static RebuildProgress progress(State state, long reached, long head, double rate) {
    return RebuildProgress.of(2, state, reached, head, rate);
  }
}
