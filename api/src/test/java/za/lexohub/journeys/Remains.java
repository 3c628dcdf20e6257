package za.lexohub.journeys;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;

/**
 * Looks for a word wherever the system keeps anything: in the files of every part, as a backup
 * would read them, and in what the application has logged meanwhile. Upper and lower case are one.
 */
final class Remains implements AutoCloseable {

  /** What a recipient was sent is in the recipient's hands; programs and locks hold no data. */
  private static final Set<String> NOT_OURS = Set.of("mail", "programs", "run");

  /** Of 16 MB, {@code min_wal_size} of 80 MB keeps five. */
  private static final int SEGMENTS = 6;

  private final Path root =
      Path.of(TestParts.all().properties().get("lexohub.keys.directory")).getParent();
  private final Log log = new Log();

  Remains() {
    log.start();
    logger().addAppender(log);
  }

  /** The files, relative to the folder of all parts, that hold the word. */
  List<String> files(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> !NOT_OURS.contains(root.relativize(file).subpath(0, 1).toString()))
          .filter(Files::isRegularFile)
          .filter(file -> text(file).contains(wanted))
          .map(file -> root.relativize(file).toString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UncheckedIOException vanished) {
      return files(word);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          .toLowerCase(Locale.ROOT);
    } catch (NoSuchFileException gone) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stored papers that anybody could read. */
  List<String> readablePapers() {
    try (Stream<Path> files = Files.walk(root.resolve("s3"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> text(file).startsWith("%pdf"))
          .map(Path::toString)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the application has said since, with every stack trace. */
  List<String> logged(String word) {
    return log.lines.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** The rows of all tables in which the word stands, as a logical backup would have them. */
  List<String> rows(String word) {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet found =
          statement.executeQuery(
              "select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables"
                  + " where schemaname in ('public', 'pg_catalog')")) {
        while (found.next()) {
          tables.add(found.getString(1));
        }
      }
      List<String> rows = new ArrayList<>();
      for (String table : tables) {
        try (ResultSet found =
            statement.executeQuery(
                "select 1 from "
                    + table
                    + " t where lower(t::text) like '%"
                    + word.toLowerCase(Locale.ROOT)
                    + "%'")) {
          while (found.next()) {
            rows.add(table);
          }
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What the operating of a database does sooner or later, done now: old row versions and old
   * statistics go, and the write-ahead log of the time before is removed rather than kept for
   * reuse.
   */
  void vacuum() {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement()) {
      statement.execute("alter system set wal_recycle = off");
      statement.execute("select pg_reload_conf()");
      statement.execute("vacuum (full, analyze)");
      // One more than were kept for reuse before, which come first.
      for (int i = 0; i < SEGMENTS; i++) {
        statement.execute("select pg_switch_wal()");
        statement.execute("checkpoint");
      }
      statement.execute("alter system reset wal_recycle");
      statement.execute("select pg_reload_conf()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same for the search store: deleted versions are merged away, its translog is trimmed. */
  void merge() {
    Wire.openSearch("POST", "/_all/_flush?force=true&wait_if_ongoing=true", "");
    Wire.openSearch("POST", "/_all/_forcemerge?max_num_segments=1&flush=true", "");
    Wire.openSearch("POST", "/_all/_flush?force=true&wait_if_ongoing=true", "");
  }

  /** And for Redis: its append-only file is written anew. */
  void rewrite() {
    try (Jedis redis = new Jedis(URI.create(TestParts.redis().url()))) {
      redis.bgrewriteaof();
      while (redis.info("persistence").contains("aof_rewrite_in_progress:1")
          || redis.info("persistence").contains("aof_rewrite_scheduled:1")) {
        Thread.onSpinWait();
      }
    }
  }

  private static Connection superuser() throws SQLException {
    Database database = TestParts.postgres().database();
    return DriverManager.getConnection(database.url(), "postgres", "");
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @Override
  public void close() {
    logger().detachAppender(log);
  }

  private static final class Log extends AppenderBase<ILoggingEvent> {
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      if (event.getLoggerName().startsWith("com.icegreen")) {
        return; // The recipient's mail server, which only for tests lives in this JVM.
      }
      lines.add(
          event.getFormattedMessage()
              + (event.getThrowableProxy() == null
                  ? ""
                  : ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }
  }
}
