package za.lexohub.query.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.KnownPositions;
import za.lexohub.query.selfcheck.Comparison.Verdict;
import za.lexohub.query.selfcheck.IndependentFold.Kind;

class ComparisonTest {

  private static final UUID ID = new UUID(0, 7);

  /** What is shown; of the same form as what is folded. */
  private record View(long version, String title, List<String> lines) {}

  private final KnownPositions positions = new KnownPositions();
  private final Queue<Optional<View>> seen = new ArrayDeque<>();
  private final Fold fold = new Fold();
  private final Comparison comparison =
      new Comparison(
          (tenant, kind, id) -> seen.size() > 1 ? seen.remove() : seen.element(),
          fold,
          positions,
          new AppliedWait(positions),
          Duration.ZERO);

  @BeforeEach
  void everythingIsApplied() {
    positions.everythingElse = 20;
  }

  @Test
  void what_is_shown_as_its_events_have_it_agrees() {
    shows(view(3, "Dlamini v Transit"));
    fold.atHead = view(3, "Dlamini v Transit");

    assertThat(compared()).isEqualTo(new Verdict.Agrees());
  }

  @Test
  void every_field_that_differs_is_named() {
    shows(new View(3, "Dlamini v Transit", List.of("one")));
    fold.atHead = new View(3, "Dlamini v Transit Holdings", List.of("one", "two"));

    assertThat(compared()).isEqualTo(new Verdict.Differs(3, List.of("lines", "title")));
  }

  @Test
  void a_row_that_is_missing_or_has_no_events_differs() {
    shows(null);
    fold.atHead = view(3, "Dlamini v Transit");
    assertThat(compared()).isEqualTo(new Verdict.Differs(0, List.of("id")));

    seen.clear();
    shows(view(3, "Dlamini v Transit"));
    fold.atHead = null;
    assertThat(compared()).isEqualTo(new Verdict.Differs(3, List.of("id")));
  }

  @Test
  void a_change_that_was_applied_and_is_not_shown_differs() {
    shows(view(2, "Dlamini v Transit"));
    fold.atHead = view(3, "Dlamini v Transit");

    assertThat(compared()).isEqualTo(new Verdict.Differs(2, List.of("version")));
  }

  @Test
  void what_has_changed_since_it_was_folded_is_folded_again() {
    shows(view(4, "Dlamini v Transit"));
    fold.atHead = view(3, "Dlamini");
    fold.afterwards = view(4, "Dlamini v Transit");

    assertThat(compared()).isEqualTo(new Verdict.Agrees());
  }

  @Test
  void what_differs_only_once_agrees() {
    shows(view(3, "Dlamini"));
    shows(view(3, "Dlamini v Transit"));
    fold.atHead = view(3, "Dlamini v Transit");

    assertThat(compared()).isEqualTo(new Verdict.Agrees());
  }

  @Test
  void nothing_is_said_of_what_is_parked_behind_or_being_rebuilt() {
    shows(view(3, "spoilt"));
    fold.atHead = view(3, "Dlamini v Transit");

    positions.parked.add("invoices/" + ID);
    assertThat(compared()).isEqualTo(new Verdict.Unknown());
    positions.parked.clear();

    positions.applied.put("invoices", 19L);
    assertThat(compared()).isEqualTo(new Verdict.Unknown());
    positions.applied.clear();

    positions.floors.put("invoices", 21L);
    assertThat(compared()).isEqualTo(new Verdict.Unknown());
    positions.floors.clear();

    assertThat(compared()).isInstanceOf(Verdict.Differs.class);
  }

  private Verdict compared() {
    fold.asked = 0;
    return comparison.of("thandi", Kind.INVOICE, ID);
  }

  private void shows(@Nullable View view) {
    seen.add(Optional.ofNullable(view));
  }

  private static View view(long version, String title) {
    return new View(version, title, List.of());
  }

  /** As a test says. */
  private static final class Fold implements IndependentFold {
    private @Nullable View atHead;
    private @Nullable View afterwards;
    private int asked;

    @Override
    public <T> Optional<T> at(String tenant, Kind kind, UUID id, long position, Class<T> view) {
      View said = asked++ > 0 && afterwards != null ? afterwards : atHead;
      @SuppressWarnings("unchecked")
      T form = (T) said;
      return Optional.ofNullable(form);
    }

    @Override
    public long causeOf(String tenant, UUID id, Set<String> fields) {
      return 0;
    }
  }
}
