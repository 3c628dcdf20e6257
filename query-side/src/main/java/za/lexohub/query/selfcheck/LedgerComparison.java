package za.lexohub.query.selfcheck;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.readmodels.ledger.LedgerBalances.Account;
import za.lexohub.readmodels.ledger.LedgerBalances.Compared;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;

/**
 * Compares the ledger of one tenant with the balances of its invoices. The two are applied apart,
 * so a difference counts when the same figures are seen again after both have applied everything
 * that was recorded at the first look.
 */
final class LedgerComparison {

  private final Function<String, Compared> balances;
  private final AppliedPositions positions;
  private final AppliedWait applied;
  private final Duration patience;

  /**
   * @param patience how long the two may take to come to the head of the log
   */
  LedgerComparison(
      Function<String, Compared> balances,
      AppliedPositions positions,
      AppliedWait applied,
      Duration patience) {
    this.balances = balances;
    this.positions = positions;
    this.applied = applied;
    this.patience = patience;
  }

  /**
   * What a comparison comes to.
   *
   * @param differing beyond doubt
   * @param doubtful may differ: they were seen to, and changed meanwhile or wait for an operator
   */
  record Result(long invoices, List<Account> differing, Set<UUID> doubtful) {
    Result {
      differing = List.copyOf(differing);
      doubtful = Set.copyOf(doubtful);
    }
  }

  /** Empty when nothing can be said now: one of them is behind or being rebuilt. */
  Optional<Result> of(String tenant) {
    Optional<Compared> first = once(tenant);
    if (first.isEmpty() || first.get().differing().isEmpty()) {
      return first.map(seen -> new Result(seen.invoices(), List.of(), Set.of()));
    }
    return once(tenant).map(again -> result(first.get(), again));
  }

  private Result result(Compared first, Compared again) {
    List<Account> differing =
        again.differing().stream()
            .filter(first.differing()::contains)
            .filter(account -> !isParked(account.invoiceId()))
            .toList();
    Set<UUID> doubtful =
        again.differing().stream()
            .map(Account::invoiceId)
            .collect(Collectors.toCollection(HashSet::new));
    differing.forEach(account -> doubtful.remove(account.invoiceId()));
    return new Result(again.invoices(), differing, doubtful);
  }

  private boolean isParked(UUID invoice) {
    return applied.isParked(ReadModelGroups.LEDGER, invoice)
        || applied.isParked(ReadModelGroups.INVOICES, invoice);
  }

  private Optional<Compared> once(String tenant) {
    long before = beginnings();
    try {
      applied.await(
          Consistency.through(positions.recordedThrough(), patience),
          ReadModelGroups.LEDGER,
          ReadModelGroups.INVOICES);
    } catch (NotYetConsistent behind) {
      return Optional.empty();
    }
    Compared seen = balances.apply(tenant);
    return beginnings() == before ? Optional.of(seen) : Optional.empty();
  }

  /** Of both; neither number ever falls. */
  private long beginnings() {
    return applied.beginnings(ReadModelGroups.LEDGER)
        + applied.beginnings(ReadModelGroups.INVOICES);
  }
}
