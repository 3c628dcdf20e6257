package za.lexohub.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import za.lexohub.embedded.EmbeddedParts;
import za.lexohub.embedded.PartsSettings;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.PartFailed;
import za.lexohub.embedded.postgres.Database;

/**
 * One PostgreSQL server that flushes every commit to the disk, and what else is asked for, on free
 * ports and in a folder of its own, which is deleted at the end.
 */
public final class Server implements AutoCloseable {

  private static final Duration UP_AGAIN = Duration.ofSeconds(60);
  private static final int MOST_AT_ONCE = 16;

  private final Path folder;
  private final Thread hook = new Thread(this::stop, "stop-the-server");
  private final int port;
  private EmbeddedParts parts;

  private Server(Path folder, EmbeddedParts parts) {
    this.folder = folder;
    this.parts = parts;
    this.port = portOf(parts.postgres().database());
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Starts it on the first folder that nobody else uses. */
  public static Server start() {
    PartFailed taken = null;
    for (int number = 1; number <= MOST_AT_ONCE; number++) {
      Path folder = Path.of("target", "benchmark-server-" + number).toAbsolutePath();
      try {
        return new Server(folder, EmbeddedParts.open(PartsSettings.onFreePorts(folder)));
      } catch (PartFailed e) {
        taken = e;
      }
    }
    throw taken == null ? new IllegalStateException("no folder was tried") : taken;
  }

  /**
   * Starts the server whose data lies in this folder already, and recovers it. What it was started
   * with once (its passwords) has to lie there too.
   *
   * @param folder deleted at the end
   */
  public static Server on(Path folder, Duration recovers) {
    return new Server(
        folder,
        EmbeddedParts.open(PartsSettings.onFreePorts(folder).withFresh(false).withLimit(recovers)));
  }

  /** Where it keeps everything; its data lie in {@code postgres} below. */
  public Path folder() {
    return folder;
  }

  /** The database of the application. */
  public synchronized Database database() {
    return parts.postgres().database();
  }

  /** A connection of the one who may take backups; nobody else has one. */
  public Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/lexohub", "postgres", "");
  }

  /** A new and empty database. */
  public synchronized Database database(String name) {
    return parts.postgres().createDatabase(name);
  }

  public int port() {
    return port;
  }

  /** The address of a Redis, which is started when it is asked for. */
  public synchronized String redis() {
    return parts.redis().url();
  }

  /** The address of an OpenSearch, which is started when it is asked for. */
  public synchronized String openSearch() {
    return parts.openSearch().url();
  }

  /** A connection of the role that owns the tables, which the application never has. */
  public static Connection owner(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.owner(), database.password());
  }

  /** Runs statements of the owner, one after the other. */
  public static void asOwner(Database database, List<String> statements) throws SQLException {
    try (Connection connection = owner(database);
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The process that all other processes of the server descend from. */
  public ProcessHandle postmaster() {
    Path file = folder.resolve("postgres").resolve("postmaster.pid");
    try {
      long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      return ProcessHandle.of(pid)
          .orElseThrow(() -> new IllegalStateException("the postmaster is not running"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** After its processes were killed: the same data on the same port. Recovery is PostgreSQL's. */
  public synchronized void startAgain() {
    parts.close();
    PartsSettings settings =
        PartsSettings.onFreePorts(folder).withFresh(false).withPort(Listener.POSTGRES, port);
    long deadline = System.nanoTime() + UP_AGAIN.toNanos();
    while (true) {
      try {
        parts = EmbeddedParts.open(settings);
        parts.postgres();
        return;
      } catch (PartFailed stillLeaving) {
        // Its processes have not all noticed yet that their parent is dead.
        parts.close();
        if (System.nanoTime() > deadline) {
          throw stillLeaving;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int portOf(Database database) {
    return URI.create(database.url().substring("jdbc:".length())).getPort();
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
    stop();
  }

  private synchronized void stop() {
    parts.close();
    // The unpacked programs are kept for the next time.
    if (Files.notExists(folder.resolve("postgres"))) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder.resolve("postgres"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      System.err.println("Not deleted: " + e.getMessage());
    }
  }
}
