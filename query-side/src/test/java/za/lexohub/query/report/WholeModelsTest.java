package za.lexohub.query.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import za.lexohub.query.Answer;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.KnownPositions;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;

class WholeModelsTest {

  private static final String[] BOOKS = {"ledger", "invoices"};

  private final KnownPositions positions = new KnownPositions();
  private final WholeModels models = new WholeModels(new AppliedWait(positions));

  private Answer<Integer> sum(String tenant) {
    return models.sum(tenant, Consistency.NONE, () -> 7, BOOKS);
  }

  @Test
  void answers_with_the_position_of_the_slowest() {
    positions.applied.put("ledger", 4L);
    positions.applied.put("invoices", 9L);
    assertThat(sum("t1")).isEqualTo(new Answer<>(7, 4));
  }

  @Test
  void a_sum_that_lacks_a_parked_event_is_no_answer_for_that_tenant() {
    positions.parked.add("invoices/t1");
    assertThatThrownBy(() -> sum("t1")).isInstanceOf(ProjectionParked.class);
    assertThat(sum("t2").value()).isEqualTo(7);
    positions.parked.clear();
    positions.parked.add("matters/t1");
    assertThat(sum("t1").value()).isEqualTo(7);
  }

  @Test
  void what_is_looked_at_thing_by_thing_leaves_out_what_is_parked() {
    positions.parked.add("invoices/t1");
    assertThat(models.ask(Consistency.NONE, () -> 7, BOOKS).value()).isEqualTo(7);
  }

  @Test
  void what_began_anew_while_it_was_asked_is_no_answer() {
    assertThatThrownBy(
            () ->
                models.sum(
                    "t1",
                    Consistency.NONE,
                    () -> positions.beginnings.put("ledger", 1L) == null,
                    BOOKS))
        .isInstanceOf(NotYetConsistent.class);
    assertThat(sum("t1").value()).isEqualTo(7);
  }

  @Test
  void what_is_filled_for_the_first_time_is_not_asked() {
    positions.floors.put("ledger", 42L);
    assertThatThrownBy(() -> sum("t1")).isInstanceOf(NotYetConsistent.class);
    positions.applied.put("ledger", 42L);
    assertThat(sum("t1").value()).isEqualTo(7);
  }
}
