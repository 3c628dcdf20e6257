package za.lexohub.query.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.KnownPositions;
import za.lexohub.query.selfcheck.LedgerComparison.Result;
import za.lexohub.readmodels.ledger.LedgerBalances.Account;
import za.lexohub.readmodels.ledger.LedgerBalances.Compared;

class LedgerComparisonTest {

  private static final UUID ID = new UUID(0, 7);
  private static final Account SPOILT = new Account(ID, 115_000L, 114_900L, 3);

  private final KnownPositions positions = new KnownPositions();
  private final Queue<Compared> seen = new ArrayDeque<>();
  private final LedgerComparison comparison =
      new LedgerComparison(
          tenant -> seen.size() > 1 ? seen.remove() : seen.element(),
          positions,
          new AppliedWait(positions),
          Duration.ZERO);

  @BeforeEach
  void everythingIsApplied() {
    positions.everythingElse = 20;
  }

  @Test
  void books_without_a_difference_agree() {
    shows();
    assertThat(comparison.of("thandi")).contains(new Result(9, List.of(), Set.of()));
  }

  @Test
  void an_invoice_that_differs_twice_in_the_same_way_is_named() {
    shows(SPOILT);
    assertThat(comparison.of("thandi")).contains(new Result(9, List.of(SPOILT), Set.of()));
  }

  @Test
  void what_moves_on_meanwhile_is_in_doubt_and_what_agrees_again_is_not() {
    shows(SPOILT);
    shows(new Account(ID, 0L, 114_900L, 4));
    assertThat(comparison.of("thandi")).contains(new Result(9, List.of(), Set.of(ID)));

    seen.clear();
    shows(SPOILT);
    shows();
    assertThat(comparison.of("thandi")).contains(new Result(9, List.of(), Set.of()));
  }

  @Test
  void what_is_parked_in_one_of_the_two_is_in_doubt() {
    shows(SPOILT);
    for (String group : List.of("ledger", "invoices")) {
      positions.parked.add(group + "/" + ID);
      assertThat(comparison.of("thandi")).contains(new Result(9, List.of(), Set.of(ID)));
      positions.parked.clear();
    }
  }

  @Test
  void nothing_is_said_while_one_of_the_two_is_behind_or_being_rebuilt() {
    shows(SPOILT);
    for (String group : List.of("ledger", "invoices")) {
      positions.applied.put(group, 19L);
      assertThat(comparison.of("thandi")).isEmpty();
      positions.applied.clear();
      positions.floors.put(group, 21L);
      assertThat(comparison.of("thandi")).isEmpty();
      positions.floors.clear();
    }
  }

  private void shows(Account... differing) {
    seen.add(new Compared(9, List.of(differing)));
  }
}
