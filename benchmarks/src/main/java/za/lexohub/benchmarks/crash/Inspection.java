package za.lexohub.benchmarks.crash;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import za.lexohub.benchmarks.Server;
import za.lexohub.embedded.postgres.Database;

/** Looks into the log itself, as its owner, and compares it with what the clients were told. */
final class Inspection {

  private final Database database;
  private final TreeMap<Long, String> prefixes = new TreeMap<>();

  Inspection(Database database) {
    this.database = database;
  }

  /**
   * Writes down how the log looks now, up to its head. That is what a sealed checkpoint is: what
   * was committed once has to stay as it was.
   */
  void rememberPrefix() throws SQLException {
    try (Connection connection = Server.owner(database)) {
      long head = number(connection, "select coalesce(max(position), 0) from event_log");
      prefixes.put(head, digest(connection, head));
    }
  }

  private static String digest(Connection connection, long head) throws SQLException {
    return text(
        connection,
        "select encode(sha256(coalesce(string_agg(leaf_hash, ''::bytea order by position),"
            + " ''::bytea)), 'hex') from event_log where position <= "
            + head);
  }

  /**
   * Everything that is not as promised; empty when all is well.
   *
   * @param answers what the clients were told, by key
   */
  List<String> violations(Collection<Request> requests, Map<String, Clients.Answer> answers)
      throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = Server.owner(database)) {
      none(
          found,
          connection,
          "positions missing or not from 1 on",
          "select (max(position) <> count(*) or min(position) <> 1)::int from event_log");
      none(
          found,
          connection,
          "event ids more than once",
          "select count(*) - count(distinct event_id) from event_log");
      none(
          found,
          connection,
          "streams with a hole or a repeat",
          "select count(*) from (select 1 from event_log group by aggregate_id having min(sequence)"
              + " <> 0 or count(*) <> max(sequence) + 1 or count(*) <> count(distinct sequence))"
              + " s");
      none(
          found,
          connection,
          "leaf hashes that are not those of their rows",
          "select count(*) from event_log where leaf_hash is distinct from"
              + " event_leaf_hash(position, event_id, aggregate_type, aggregate_id, sequence,"
              + " event_type, revision, tenant_id, occurred_at, recorded_at, payload, metadata)");
      none(
          found,
          connection,
          "instants of recording that run backwards",
          "select count(*) from (select recorded_at < lag(recorded_at) over (order by position) as"
              + " back from event_log) r where back");
      for (Map.Entry<Long, String> prefix : prefixes.entrySet()) {
        if (!digest(connection, prefix.getKey()).equals(prefix.getValue())) {
          found.add("the first " + prefix.getKey() + " events are not what they were once");
        }
      }
      compare(found, stored(connection), requests, answers);
      long keys = number(connection, "select count(*) from command_ledger");
      if (keys != answers.size()) {
        found.add(keys + " idempotency keys for " + answers.size() + " answers");
      }
    }
    return found;
  }

  private static void compare(
      List<String> found,
      Map<String, Stored> stored,
      Collection<Request> requests,
      Map<String, Clients.Answer> answers) {
    for (Request request : requests) {
      Stored events = stored.remove(request.key());
      Clients.Answer answer = answers.get(request.key());
      String problem = problem(request, events, answer);
      if (problem != null) {
        found.add(request + ": " + problem + "; stored " + events + ", answered " + answer);
      }
    }
    stored.forEach((key, events) -> found.add("nobody has asked for " + key));
  }

  private static @Nullable String problem(
      Request request, @Nullable Stored events, Clients.@Nullable Answer answer) {
    if (answer == null) {
      return "never answered";
    }
    if (events == null) {
      return "acknowledged and lost";
    }
    if (events.count() != request.events()) {
      return "acknowledged and stored in part, or more than once";
    }
    if (!events.stream().equals(request.stream().toString())) {
      return "stored in another stream";
    }
    if (events.lastPosition() != answer.position()
        || events.lastSequence() + 1 != answer.version()) {
      return "the answer is not what is stored";
    }
    return null;
  }

  private record Stored(long count, String stream, long lastPosition, long lastSequence) {}

  private static Map<String, Stored> stored(Connection connection) throws SQLException {
    Map<String, Stored> all = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select substring(convert_from(payload, 'UTF8') from ?) as key, count(*),"
                + " min(aggregate_id), max(position), max(sequence) from event_log group by"
                + " key")) {
      select.setString(1, Request.KEY_IN_PAYLOAD);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          all.put(
              String.valueOf(rows.getString(1)),
              new Stored(rows.getLong(2), rows.getString(3), rows.getLong(4), rows.getLong(5)));
        }
      }
    }
    return all;
  }

  long events() throws SQLException {
    try (Connection connection = Server.owner(database)) {
      return number(connection, "select count(*) from event_log");
    }
  }

  private static void none(List<String> found, Connection connection, String what, String sql)
      throws SQLException {
    long number = number(connection, sql);
    if (number != 0) {
      found.add(number + " " + what);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    return Long.parseLong(text(connection, sql));
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
