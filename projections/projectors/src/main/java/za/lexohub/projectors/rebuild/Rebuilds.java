package za.lexohub.projectors.rebuild;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import za.lexohub.projectors.rebuild.Places.Place;
import za.lexohub.readmodels.rebuild.Comparison;
import za.lexohub.readmodels.rebuild.Rebuild;
import za.lexohub.readmodels.rebuild.Rebuild.Beside;
import za.lexohub.readmodels.rebuild.Rebuild.Cause;
import za.lexohub.readmodels.rebuild.Rebuild.State;
import za.lexohub.readmodels.rebuild.RebuildRows;
import za.lexohub.readmodels.rebuild.Report;

/**
 * Begins, compares, promotes, rolls back and discards versions of read models. No processor is
 * stopped for it: while two versions change places, writers wait for moments and readers for less,
 * and what a processor applies a second time afterwards gives the same rows.
 */
public final class Rebuilds {

  private static final Duration CATCHING_UP = Duration.ofSeconds(20);
  private static final Duration WRITERS_WAIT = Duration.ofSeconds(5);
  private static final String LOCK_PATIENCE = "2s";
  private static final Set<State> COMPARABLE =
      EnumSet.of(State.FILLING, State.READY, State.DIFFERS, State.ROLLED_BACK);

  private final Map<String, SqlReadModel> models;
  private final RebuildRows rebuilds;
  private final Comparison comparison;
  private final Fillings fillings;
  private final Places places;
  private final Workshop workshop;
  private final TransactionTemplate transactions;
  private final TransactionTemplate snapshots;
  private final int segments;

  /**
   * @param segments that fill a version beside
   */
  Rebuilds(
      List<SqlReadModel> models,
      RebuildRows rebuilds,
      Comparison comparison,
      Fillings fillings,
      Places places,
      Workshop workshop,
      PlatformTransactionManager transactions,
      int segments) {
    this.models =
        models.stream().collect(Collectors.toMap(SqlReadModel::group, Function.identity()));
    this.rebuilds = rebuilds;
    this.comparison = comparison;
    this.fillings = fillings;
    this.places = places;
    this.workshop = workshop;
    this.transactions = new TransactionTemplate(transactions);
    this.snapshots = new TransactionTemplate(transactions);
    this.snapshots.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.snapshots.setReadOnly(true);
    this.segments = segments;
  }

  /** Of all read models that were ever rebuilt, by name; without their reports. */
  public List<Rebuild> all() {
    return rebuilds.all();
  }

  /**
   * @throws RebuildRefused when it is no read model in tables, or was never rebuilt
   */
  public Rebuild one(String group) {
    model(group);
    return rebuilds
        .find(group)
        .orElseThrow(() -> RebuildRefused.notFound(group + " was never rebuilt."));
  }

  /** A new version begins to fill beside the one that is read. */
  public Rebuild begin(String group) {
    model(group);
    return changed(
        group,
        () ->
            rebuilds
                .hold(group)
                .filter(before -> before.state().beside() != null)
                .ifPresent(
                    before -> {
                      throw RebuildRefused.conflict(
                          "rebuild-exists",
                          "Version %d of %s is %s: discard what stands beside first."
                              .formatted(before.version(), group, before.state()));
                    }),
        () -> {
          rebuilds.begin(group, segments);
          workshop
              .tokens()
              .get()
              .initializeTokenSegments(
                  Beside.REBUILD.processor(group),
                  segments,
                  workshop.log().get().createTailToken());
        });
  }

  /** What is different; it is the gate of a promotion. */
  public Rebuild compare(String group) {
    SqlReadModel model = model(group);
    Rebuild before = demand(group, COMPARABLE);
    List<String> types = model.types(workshop.scope());
    List<String> tables = rebuilds.tables(group);
    awaitNotBehind(group, Beside.REBUILD, types, CATCHING_UP);
    transactions.executeWithoutResult(status -> rebuilds.settle(group));
    Report report =
        new Patience(CATCHING_UP)
            .until(() -> report(group, tables, types))
            .orElseThrow(
                () ->
                    RebuildRefused.conflict(
                        "never-level",
                        "Both versions of %s go on all the time and were never seen at one position;"
                                .formatted(group)
                            + " compare them when less is written."));
    return changed(
        group,
        () -> same(before),
        () -> rebuilds.compared(group, report.same() ? State.READY : State.DIFFERS, report));
  }

  /**
   * The version beside is what is read.
   *
   * @param force although it was found to differ
   */
  public Moved promote(String group, boolean force) {
    Rebuild before = demand(group, COMPARABLE);
    switch (before.state()) {
      case FILLING, ROLLED_BACK ->
          throw RebuildRefused.conflict(
              "not-compared",
              "Version %d of %s was not compared since it is %s."
                  .formatted(before.version(), group, before.state()));
      case DIFFERS -> {
        if (!force) {
          throw RebuildRefused.conflict(
              "rebuild-differs",
              "Version %d of %s differs from what is read in %d rows. If it is the right one,"
                      .formatted(
                          before.version(),
                          group,
                          before.report() == null ? 0 : before.report().differences())
                  + " promote it with \"force\": \"true\" and a reason.");
        }
      }
      default -> {
        // READY
      }
    }
    return move(before, Beside.REBUILD);
  }

  /** What was read before the promotion is read again, with all that has happened since. */
  public Moved rollBack(String group) {
    return move(demand(group, EnumSet.of(State.PROMOTED)), Beside.RETIRED);
  }

  /** Nothing is kept beside what is read. */
  public Rebuild discard(String group) {
    Rebuild before = one(group);
    if (before.state().beside() == null) {
      throw nothingBeside(before);
    }
    fillings.hold(group);
    try {
      return changed(group, () -> same(before), () -> rebuilds.end(group, State.DISCARDED, null));
    } finally {
      fillings.letGo(group);
    }
  }

  /**
   * What came of it.
   *
   * @param position up to which what is read now has applied everything
   */
  public record Moved(Rebuild rebuild, long position) {}

  private Moved move(Rebuild before, Beside coming) {
    String group = before.group();
    List<String> types = model(group).types(workshop.scope());
    awaitNotBehind(group, coming, types, CATCHING_UP);
    if (coming == Beside.REBUILD) {
      transactions.executeWithoutResult(status -> rebuilds.settle(group));
    }
    long[] position = new long[1];
    try {
      Rebuild after =
          changed(
              group,
              () -> same(before),
              () -> {
                rebuilds.holdWriters(group, LOCK_PATIENCE);
                awaitNotBehind(group, coming, types, WRITERS_WAIT);
                fillings.hold(group);
                position[0] = swap(before, coming);
              });
      return new Moved(after, position[0]);
    } finally {
      fillings.letGo(group);
    }
  }

  private long swap(Rebuild before, Beside coming) {
    String group = before.group();
    // First: whoever still fills the version on another node has then written its last.
    rebuilds.moveTables(group, coming);
    Place place =
        places
            .lowest(coming.processor(group))
            .orElseThrow(() -> new IllegalStateException("no token of " + group));
    rebuilds.moved(before, coming, place.token(), places.highest(coming.processor(group)));
    long parked = rebuilds.forgetParked(group);
    if (parked > 0) {
      // It lacks events that nobody will bring it any more.
      rebuilds.end(
          group,
          State.DISCARDED,
          new Cause(
              0,
              null,
              "parked",
              "%d sequences were parked in the version before, which is not kept"
                  .formatted(parked)));
    }
    return place.position();
  }

  private Optional<Report> report(String group, List<String> tables, List<String> types) {
    return Optional.ofNullable(
        snapshots.execute(
            status ->
                places
                    .common(group, Beside.REBUILD, types)
                    .map(position -> comparison.compare(tables, Beside.REBUILD, position, types))
                    .orElse(null)));
  }

  private void awaitNotBehind(String group, Beside beside, List<String> types, Duration patience) {
    if (new Patience(patience)
        .until(
            () -> places.isNotBehind(group, beside, types) ? Optional.of(true) : Optional.empty())
        .isEmpty()) {
      throw RebuildRefused.conflict(
          "not-caught-up",
          "The version beside has not applied yet what is shown of "
              + group
              + "; GET /api/v1/projections says how long it will take.");
    }
  }

  /** Everything or nothing of it happens. */
  private Rebuild changed(String group, Runnable check, Runnable change) {
    try {
      transactions.executeWithoutResult(
          status -> {
            check.run();
            change.run();
          });
      return one(group);
    } catch (RebuildRefused refused) {
      throw refused;
    } catch (RuntimeException e) {
      throw RebuildRefused.because(group, e);
    }
  }

  private void same(Rebuild before) {
    Rebuild now = rebuilds.hold(before.group()).orElseThrow();
    if (now.version() != before.version() || now.state() != before.state()) {
      throw RebuildRefused.conflict(
          "changed-meanwhile",
          "Version %d of %s is %s by now.".formatted(now.version(), now.group(), now.state()));
    }
  }

  private Rebuild demand(String group, Set<State> states) {
    Rebuild now = one(group);
    if (!states.contains(now.state())) {
      throw nothingBeside(now);
    }
    return now;
  }

  private static RebuildRefused nothingBeside(Rebuild now) {
    return RebuildRefused.conflict(
        "not-in-this-state",
        "Version %d of %s is %s.".formatted(now.version(), now.group(), now.state()));
  }

  private SqlReadModel model(String group) {
    return Optional.ofNullable(models.get(group))
        .orElseThrow(
            () ->
                RebuildRefused.notFound(
                    "%s is no read model in tables; these are: %s."
                        .formatted(
                            group,
                            models.keySet().stream().sorted().collect(Collectors.joining(", ")))));
  }
}
