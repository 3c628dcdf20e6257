package za.lexohub.benchmarks.restore;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import za.lexohub.benchmarks.Server;

/**
 * What survives the server: a base backup and every finished segment of its write-ahead log. Needs
 * a shell with {@code cp} and {@code mv}, so no Windows.
 */
final class Archive {

  /** Their content means nothing to another server. */
  private static final Set<String> LEFT_EMPTY =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init", "epg-lock");

  private static final Duration ARCHIVED_WITHIN = Duration.ofMinutes(5);

  private final Path segments;
  private final Path base;

  Archive(Path folder) throws IOException {
    segments = Files.createDirectories(folder.resolve("wal"));
    base = folder.resolve("base");
  }

  /**
   * Lets archiving be switched on and off; until then segments are thrown away. Starts the server
   * anew, because this cannot be changed while it runs.
   */
  static void prepare(Server server, Duration timeout) throws SQLException {
    execute(
        server,
        "alter system set archive_mode = 'on'",
        "alter system set archive_command = 'true'",
        "alter system set archive_timeout = '%ds'".formatted(timeout.toSeconds()));
    server.startAgain();
  }

  /**
   * From now on every segment is archived when it is full, or some time after something was written
   * to it: under its name only when it is whole, and never over one that is there.
   */
  void begin(Server server) throws SQLException {
    execute(
        server,
        "alter system set archive_command = 'test ! -f \"%1$s/%%f\" && cp \"%%p\""
                .formatted(segments)
            + " \"%1$s/%%f.part\" && mv \"%1$s/%%f.part\" \"%1$s/%%f\"'".formatted(segments),
        "select pg_reload_conf()");
  }

  private static void execute(Server server, String... statements) throws SQLException {
    try (Connection connection = server.superuser();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /**
   * Copies the data folder while the server goes on writing to it.
   *
   * @return how many bytes that were
   */
  long takeBase(Server server) throws SQLException, IOException {
    try (Connection connection = server.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_backup_start('lexohub', true)");
      long bytes = copy(server.folder().resolve("postgres"), base, true);
      try (ResultSet result =
          statement.executeQuery(
              "select labelfile from pg_backup_stop(wait_for_archive => true)")) {
        result.next();
        Files.writeString(base.resolve("backup_label"), result.getString(1));
      }
      return bytes;
    }
  }

  /** Until all that was written before this call is archived. */
  void complete(Server server) throws SQLException, InterruptedException {
    String segment;
    try (Connection connection = server.superuser();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select pg_walfile_name(pg_switch_wal())")) {
      result.next();
      segment = result.getString(1);
    }
    long deadline = System.nanoTime() + ARCHIVED_WITHIN.toNanos();
    while (Files.notExists(segments.resolve(segment))) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(segment + " was not archived");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /**
   * Lays the base backup into a new place, from where a server will read on in the archive.
   *
   * @param source whose programs and passwords are taken
   * @param transaction the last one that is wanted, itself included; null for all there are
   * @return how many bytes that were
   */
  long layOut(Path source, Path place, @Nullable String transaction) throws IOException {
    Files.createDirectories(place);
    Files.createSymbolicLink(place.resolve("programs"), source.resolve("programs"));
    Files.copy(source.resolve("credentials.properties"), place.resolve("credentials.properties"));
    Path data = place.resolve("postgres");
    long bytes = copy(base, data, false);
    Files.createFile(data.resolve("recovery.signal"));
    // Nobody is let in before the recovery has ended, and what is tried here is not archived.
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        """
        archive_mode = 'off'
        hot_standby = 'off'
        restore_command = 'cp "%s/%%f" "%%p"'
        recovery_target_action = 'promote'
        """
                .formatted(segments)
            + (transaction == null ? "" : "recovery_target_xid = '" + transaction + "'\n"),
        StandardOpenOption.APPEND);
    return bytes;
  }

  /** What the archive has taken so far. */
  long segmentBytes() throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(segments)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  /**
   * @param alive whether files come and go meanwhile
   */
  private static long copy(Path from, Path to, boolean alive) throws IOException {
    long[] bytes = {0};
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(folder, target(folder), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = file.getFileName().toString();
            Path inside = from.relativize(file);
            if (alive
                && (LEFT_OUT.contains(name)
                    || name.startsWith("pgsql_tmp")
                    || LEFT_EMPTY.contains(inside.getName(0).toString()))) {
              return FileVisitResult.CONTINUE;
            }
            try {
              Files.copy(file, target(file), StandardCopyOption.COPY_ATTRIBUTES);
              bytes[0] += attributes.size();
            } catch (NoSuchFileException gone) {
              if (!alive) {
                throw gone;
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (alive && failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          private Path target(Path path) {
            return to.resolve(from.relativize(path).toString());
          }
        });
    return bytes[0];
  }
}
