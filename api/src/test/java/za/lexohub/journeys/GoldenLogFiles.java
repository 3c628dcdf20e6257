package za.lexohub.journeys;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import za.lexohub.embedded.postgres.Database;

/**
 * A whole log as three files: {@code events.ndjson} in the format of an export, {@code
 * subject-keys.ndjson}, and the {@code master.key} that wrapped them, which belonged to a test.
 */
final class GoldenLogFiles {

  private static final String INSTANT = "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'";
  private static final String EVENTS =
      """
      select json_build_object(
        'position', position, 'eventId', event_id, 'aggregateType', aggregate_type,
        'aggregateId', aggregate_id, 'sequence', sequence, 'type', event_type,
        'revision', revision, 'tenant', tenant_id,
        'occurredAt', to_char(occurred_at at time zone 'UTC', %1$s),
        'recordedAt', to_char(recorded_at at time zone 'UTC', %1$s),
        'payload', convert_from(payload, 'UTF8'), 'metadata', convert_from(metadata, 'UTF8'),
        'leafHash', encode(leaf_hash, 'hex'))::text
      from event_log order by position
      """
          .formatted(INSTANT);
  private static final String KEYS =
      """
      select json_build_object('keyId', key_id, 'tenant', tenant_id, 'subjectId', subject_id,
        'wrappedKey', encode(wrapped_key, 'hex'))::text
      from subject_key order by key_id
      """;

  static void write(Path folder, Database database, Path keys) throws IOException {
    if (Files.exists(folder)) {
      throw new IllegalStateException(folder + " is there already; a golden log is written once");
    }
    Files.createDirectories(folder);
    Files.copy(keys.resolve("master.key"), folder.resolve("master.key"));
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.owner(), database.password());
        Statement statement = connection.createStatement()) {
      try (BufferedWriter file = Files.newBufferedWriter(folder.resolve("subject-keys.ndjson"));
          ResultSet rows = statement.executeQuery(KEYS)) {
        while (rows.next()) {
          file.write(rows.getString(1) + "\n");
        }
      }
      try (ResultSet rows = statement.executeQuery(EVENTS)) {
        events(folder.resolve("events.ndjson"), rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void events(Path file, ResultSet rows) throws SQLException, IOException {
    MessageDigest sha256 = sha256();
    long events = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      line(
          out,
          sha256,
          "{\"lexohub\":\"event-export\",\"version\":1,\"origin\":\"lexohub.localhost/log\","
              + "\"scope\":{\"log\":true},\"checkpointSize\":0}");
      while (rows.next()) {
        events++;
        line(out, sha256, rows.getString(1));
      }
      out.write(
          "{\"trailer\":{\"events\":%d,\"firstPosition\":1,\"lastPosition\":%d,\"sha256\":\"%s\"}}\n"
              .formatted(events, events, HexFormat.of().formatHex(sha256.digest())));
    }
  }

  private static void line(BufferedWriter out, MessageDigest sha256, String line) {
    try {
      out.write(line + "\n");
      sha256.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private GoldenLogFiles() {}
}
