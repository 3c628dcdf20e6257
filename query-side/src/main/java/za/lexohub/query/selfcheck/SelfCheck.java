package za.lexohub.query.selfcheck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import za.lexohub.query.selfcheck.Comparison.Verdict;
import za.lexohub.query.selfcheck.IndependentFold.Kind;
import za.lexohub.readmodels.ledger.LedgerBalances;
import za.lexohub.readmodels.ledger.LedgerBalances.Account;
import za.lexohub.readmodels.position.DriftRecords;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.selfcheck.Drift;
import za.lexohub.readmodels.selfcheck.Sample;
import za.lexohub.readmodels.selfcheck.SelfCheckRows;

/**
 * Draws some tenants and some of their matters, pro formas and invoices, and compares what is shown
 * of each with a fold of its events; the ledger with the balances of all their invoices; and the
 * counts in Redis with those of the tables. What was found to differ before is compared every time,
 * until it agrees again. A finding is recorded once, and again when it changes.
 */
public final class SelfCheck {

  private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);

  /** Events drawn for each thing that is wanted: one thing has several. */
  private static final int DRAWS = 4;

  /** What a ledger and an invoice disagree about. */
  private static final List<String> BALANCE = List.of("balance");

  private final SelfCheckRows rows;
  private final Comparison comparison;
  private final CountsComparison counts;
  private final LedgerComparison ledger;
  private final IndependentFold fold;
  private final DriftRecords records;

  SelfCheck(
      SelfCheckRows rows,
      Comparison comparison,
      CountsComparison counts,
      LedgerComparison ledger,
      IndependentFold fold,
      DriftRecords records) {
    this.rows = rows;
    this.comparison = comparison;
    this.counts = counts;
    this.ledger = ledger;
    this.fold = fold;
    this.records = records;
  }

  /**
   * @param tenants how many are drawn at most
   * @param aggregates how many of each of them
   * @return how many things were compared; those about which nothing could be said are left out
   */
  public long round(int tenants, int aggregates) {
    Map<String, List<Sample>> drawn = draw(tenants, aggregates);
    Map<Kind, Set<String>> checkedTenants = new LinkedHashMap<>();
    Map<Kind, Integer> checked = new LinkedHashMap<>();
    Stream.concat(known(), drawn.values().stream().flatMap(List::stream))
        .distinct()
        .forEach(
            sample -> {
              Kind kind = kind(sample.aggregateType());
              if (isChecked(sample, kind)) {
                checked.merge(kind, 1, Integer::sum);
                checkedTenants.computeIfAbsent(kind, any -> new HashSet<>()).add(sample.tenant());
              }
            });
    for (Kind kind : Kind.values()) {
      rows.checked(
          kind.group(),
          checkedTenants.getOrDefault(kind, Set.of()).size(),
          checked.getOrDefault(kind, 0));
    }
    Set<String> counted = new HashSet<>(drawn.keySet());
    counted.addAll(known(ReadModelGroups.WORKFLOW_COUNTS).keySet());
    int sound = 0;
    for (String tenant : counted) {
      if (areChecked(tenant)) {
        sound++;
      }
    }
    rows.checked(ReadModelGroups.WORKFLOW_COUNTS, sound, sound);
    return checked.values().stream().mapToLong(Integer::longValue).sum()
        + sound
        + checkLedgers(drawn.keySet());
  }

  /** By tenant, in no order. */
  private Map<String, List<Sample>> draw(int tenants, int aggregates) {
    List<Sample> samples =
        new ArrayList<>(
            rows.draw(
                Math.multiplyExact(Math.multiplyExact(tenants, aggregates), DRAWS),
                Stream.of(Kind.values()).map(Kind::aggregateType).toList()));
    Collections.shuffle(samples);
    Map<String, List<Sample>> drawn = new LinkedHashMap<>();
    for (Sample sample : samples) {
      if (drawn.containsKey(sample.tenant()) || drawn.size() < tenants) {
        List<Sample> own = drawn.computeIfAbsent(sample.tenant(), any -> new ArrayList<>());
        if (own.size() < aggregates) {
          own.add(sample);
        }
      }
    }
    return drawn;
  }

  private Stream<Sample> known() {
    return rows.drifts().stream()
        .flatMap(
            drift ->
                Stream.of(Kind.values())
                    .filter(kind -> kind.group().equals(drift.group()))
                    .map(
                        kind ->
                            new Sample(drift.tenant(), kind.aggregateType(), drift.aggregateId())));
  }

  /** By tenant. */
  private Map<String, List<Drift>> known(String group) {
    return rows.drifts().stream()
        .filter(drift -> drift.group().equals(group))
        .collect(Collectors.groupingBy(Drift::tenant));
  }

  private static Kind kind(String aggregateType) {
    return Stream.of(Kind.values())
        .filter(kind -> kind.aggregateType().equals(aggregateType))
        .findFirst()
        .orElseThrow();
  }

  /** False when nothing could be said. */
  private boolean isChecked(Sample sample, Kind kind) {
    String tenant = sample.tenant();
    String id = sample.aggregateId();
    try {
      return switch (comparison.of(tenant, kind, UUID.fromString(id))) {
        case Verdict.Unknown unknown -> false;
        case Verdict.Agrees agrees -> {
          rows.agrees(kind.group(), tenant, id);
          yield true;
        }
        case Verdict.Differs differs -> {
          Set<String> fields = Set.copyOf(differs.fields());
          long cause = fold.causeOf(tenant, UUID.fromString(id), fields);
          found(new Drift(kind.group(), tenant, id, differs.version(), cause, differs.fields()));
          yield true;
        }
      };
    } catch (RuntimeException e) {
      LOG.warn("{} {} could not be compared with its events", kind.aggregateType(), id, e);
      return false;
    }
  }

  private boolean areChecked(String tenant) {
    return switch (counts.of(tenant)) {
      case Verdict.Unknown unknown -> false;
      case Verdict.Agrees agrees -> {
        rows.agrees(ReadModelGroups.WORKFLOW_COUNTS, tenant, tenant);
        yield true;
      }
      case Verdict.Differs differs -> {
        found(new Drift(ReadModelGroups.WORKFLOW_COUNTS, tenant, tenant, 0, 0, differs.fields()));
        yield true;
      }
    };
  }

  /** How many invoices were compared. */
  private long checkLedgers(Set<String> drawn) {
    Map<String, List<Drift>> known = known(ReadModelGroups.LEDGER);
    Set<String> tenants = new HashSet<>(drawn);
    tenants.addAll(known.keySet());
    long invoices = 0;
    int compared = 0;
    for (String tenant : tenants) {
      try {
        Optional<LedgerComparison.Result> result = ledger.of(tenant);
        if (result.isPresent()) {
          settle(tenant, known.getOrDefault(tenant, List.of()), result.get());
          invoices += result.get().invoices();
          compared++;
        }
      } catch (RuntimeException e) {
        LOG.warn("The ledger of {} could not be compared with its invoices", tenant, e);
      }
    }
    rows.checked(ReadModelGroups.LEDGER, compared, invoices);
    return invoices;
  }

  private void settle(String tenant, List<Drift> known, LedgerComparison.Result result) {
    Set<String> open = new HashSet<>();
    result.doubtful().forEach(id -> open.add(id.toString()));
    for (Account account : result.differing()) {
      String id = account.invoiceId().toString();
      long cause = fold.causeOf(tenant, account.invoiceId(), Set.copyOf(BALANCE));
      found(new Drift(ReadModelGroups.LEDGER, tenant, id, account.version(), cause, BALANCE));
      open.add(id);
    }
    if (open.size() < LedgerBalances.MOST) {
      known.stream()
          .map(Drift::aggregateId)
          .filter(id -> !open.contains(id))
          .forEach(id -> rows.agrees(ReadModelGroups.LEDGER, tenant, id));
    }
  }

  /** In the log first: a finding that cannot be recorded is made again in the next round. */
  private void found(Drift drift) {
    Optional<Drift> before = rows.drift(drift.group(), drift.tenant(), drift.aggregateId());
    if (before.filter(drift::isAgain).isEmpty()) {
      LOG.error(
          "{} shows {} of {} otherwise than its events say; the last of them that changed it has"
              + " position {}",
          drift.group(),
          String.join(", ", drift.fields()),
          drift.aggregateId(),
          drift.position());
      records.found(drift.group(), drift.aggregateId(), drift.position(), drift.fields());
      rows.differs(drift);
    }
  }
}
