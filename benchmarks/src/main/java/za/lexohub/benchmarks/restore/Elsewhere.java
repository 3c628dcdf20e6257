package za.lexohub.benchmarks.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import za.lexohub.benchmarks.Server;
import za.lexohub.embedded.part.Folders;
import za.lexohub.embedded.postgres.Database;

/** Restores into a new place on another port, one after the other, and keeps what came of each. */
final class Elsewhere {

  private static final int RECOVERED_PER_SECOND = 1_000;

  private final Archive archive;
  private final Path work;
  private final Duration patience;
  private final Consumer<String> progress;
  private final List<Outcome.Restored> restored = new ArrayList<>();
  private String key = "";

  Elsewhere(Archive archive, Path work, int events, Consumer<String> progress) {
    this.archive = archive;
    this.work = work;
    this.progress = progress;
    patience = Duration.ofMinutes(2).plusSeconds(events / RECOVERED_PER_SECOND);
  }

  /** The log's key, noted while all was well. */
  void note(String verifierKey) {
    key = verifierKey;
  }

  String key() {
    return key;
  }

  List<Outcome.Restored> restored() {
    return restored;
  }

  Outcome.Restored last() {
    return restored.getLast();
  }

  @FunctionalInterface
  interface Afterwards {
    /** Returns the seconds that it took to make read models anew. */
    double on(Server restored) throws Exception;
  }

  /**
   * Restores, verifies, and deletes the place again.
   *
   * @param source whose programs and passwords are taken; it need not run
   * @param transaction the last one that is wanted; null for all there are
   * @param checkpoint the last one outside
   * @param afterwards while the restored server runs
   */
  void restore(
      Server source,
      String to,
      @Nullable String transaction,
      Path checkpoint,
      Afterwards afterwards)
      throws Exception {
    Path place = work.resolve("restored");
    long began = System.nanoTime();
    archive.layOut(source.folder(), place, transaction);
    double copySeconds = RestoreRun.since(began);
    began = System.nanoTime();
    try (Server server = Server.on(place, patience)) {
      double recoverSeconds = RestoreRun.since(began);
      long head = head(server.database());
      long sealed = sealed(checkpoint);
      Verification verification = Verification.of(server.database(), key, checkpoint, work);
      progress.accept(
          "Restored to %s: %,d events, checkpoint %,d%s"
              .formatted(
                  to,
                  head,
                  sealed,
                  sealed > head
                      ? " > %,d: missing %,d events".formatted(head, sealed - head)
                      : ", nothing that was sealed is missing"));
      double rebuildSeconds = afterwards.on(server);
      restored.add(
          new Outcome.Restored(
              to,
              head,
              sealed,
              copySeconds,
              recoverSeconds,
              verification.seconds(),
              rebuildSeconds,
              verification.verdict()));
    } finally {
      Folders.delete(place);
    }
  }

  private static long sealed(Path checkpoint) throws IOException {
    return Long.parseLong(Files.readAllLines(checkpoint).get(1));
  }

  static long head(Database database) throws SQLException {
    return Long.parseLong(text(database, "select coalesce(max(position), 0) from event_log"));
  }

  /** What a query of one value says. */
  static String text(Database database, String query) throws SQLException {
    try (Connection connection = Server.owner(database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
