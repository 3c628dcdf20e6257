package za.lexohub.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes a group of appends and gives every one its own answer, whatever happens. An append that
 * PostgreSQL rejects fails alone: the group is then written one by one. When an answer is lost the
 * group is asked for again on a new connection, and what was committed is found by its event ids.
 */
final class GroupWriter {

  /** Calls for one group while the line breaks each time. */
  private static final int ATTEMPTS = 3;

  private final DataSource dataSource;

  GroupWriter(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Never throws; all of the group are answered afterwards. */
  void write(List<PendingAppend> group) {
    write(group, new Line());
  }

  private void write(List<PendingAppend> group, Line line) {
    try {
      @Nullable String[] verdicts = call(group, line);
      for (int i = 0; i < verdicts.length; i++) {
        group.get(i).answer(verdicts[i]);
      }
    } catch (SQLException e) {
      if (group.size() > 1 && !Sql.mayPass(e)) {
        oneByOne(group, line);
      } else {
        refuse(group, e);
      }
    } catch (Throwable e) {
      // Whatever it is, nobody waits for ever.
      group.forEach(one -> one.fail(e));
    }
  }

  /**
   * In order, so that of two that exclude each other the first one wins. When the server or the
   * line fails meanwhile the rest is not tried, each for as long as a call may take: all are told.
   */
  private void oneByOne(List<PendingAppend> group, Line line) {
    for (int i = 0; i < group.size(); i++) {
      PendingAppend one = group.get(i);
      write(List.of(one), line);
      if (one.failure() instanceof SQLException e && Sql.mayPass(e)) {
        group.subList(i + 1, group.size()).forEach(rest -> rest.fail(e));
        return;
      }
    }
  }

  private static void refuse(List<PendingAppend> group, SQLException e) {
    String constraint = Sql.violatedConstraint(e);
    for (PendingAppend one : group) {
      if (constraint == null) {
        one.fail(e);
      } else {
        one.answer(constraint);
      }
    }
  }

  private @Nullable String[] call(List<PendingAppend> group, Line line) throws SQLException {
    boolean interrupted = false;
    try {
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        // An interrupt would close the line in the middle of a call whose outcome matters.
        interrupted |= Thread.interrupted();
        try (Connection connection = dataSource.getConnection()) {
          try {
            return call(connection, group, line.lost != null);
          } catch (SQLException e) {
            if (!Sql.connectionLost(e)) {
              throw e;
            }
            line.lost = e;
            connection.abort(Runnable::run);
          }
        } catch (SQLException e) {
          if (line.lost == null || !Sql.connectionLost(e)) {
            throw e;
          }
        }
      }
      throw Objects.requireNonNull(line.lost);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static @Nullable String[] call(
      Connection connection, List<PendingAppend> group, boolean askedAgain) throws SQLException {
    Append first = group.getFirst().append;
    if (group.size() == 1 && first.rows().size() == 1 && !askedAgain) {
      return new @Nullable String[] {SingleCall.execute(connection, first)};
    }
    List<Append> appends = group.stream().map(one -> one.append).toList();
    return new GroupCall(appends).execute(connection, askedAgain);
  }

  /**
   * Those that had to stand back because one of the group was before them in the same place: what
   * the group's answers say of them is said without another call.
   *
   * @return those that must ask for themselves
   */
  static List<PendingAppend> settle(List<PendingAppend> group, List<PendingAppend> stoodBack) {
    if (stoodBack.isEmpty()) {
      return List.of();
    }
    Set<Object> taken = new HashSet<>();
    for (PendingAppend one : group) {
      if (one.failure() == null && one.refusal() == null) {
        taken.addAll(one.claims);
        one.append.rows().forEach(row -> taken.add(place(row)));
      }
    }
    return stoodBack.stream().filter(one -> !settled(one, taken)).toList();
  }

  private static boolean settled(PendingAppend one, Set<Object> taken) {
    String key = one.append.idempotencyKey();
    if (key != null && taken.contains(List.of(one.append.tenant(), key))) {
      one.answer(GroupCall.KEY_TAKEN);
      return true;
    }
    if (one.append.rows().stream().anyMatch(row -> taken.contains(place(row)))) {
      one.answer(GroupCall.PLACE_TAKEN);
      return true;
    }
    return false;
  }

  private static Object place(Append.Row row) {
    return List.of(row.aggregateId(), row.sequence());
  }

  /** Remembers that an answer was lost: whoever is asked for from then on may be stored already. */
  private static final class Line {
    private @Nullable SQLException lost;
  }
}
