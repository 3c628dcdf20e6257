package za.lexohub.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The database at the version that this release needs. Whoever migrates has done so when this is
 * there; others wait for it here, before anything else of theirs reaches for the tables.
 *
 * <p>A database that is ahead of the release is good too: the one before it is still served while a
 * release is taken back.
 */
final class MigratedLog {

  private static final Logger log = LoggerFactory.getLogger(MigratedLog.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final String UNDEFINED_TABLE = "42P01";
  private static final String NOT_GRANTED = "42501";

  /** Waited for in vain. */
  static final class OldDatabase extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    OldDatabase(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  private final JdbcConnectionDetails connection;
  private final MigrationVersion needed;

  private MigratedLog(JdbcConnectionDetails connection, MigrationVersion needed) {
    this.connection = connection;
    this.needed = needed;
  }

  /** Somebody in this process has migrated it. */
  static MigratedLog byOurselves(JdbcConnectionDetails connection) {
    return new MigratedLog(connection, newest());
  }

  /**
   * Returns when somebody else has migrated it.
   *
   * @throws OldDatabase when nobody does so in time, or the database does not answer
   */
  static MigratedLog byOthers(JdbcConnectionDetails connection, Duration patience) {
    return byOthers(connection, patience, newest());
  }

  static MigratedLog byOthers(
      JdbcConnectionDetails connection, Duration patience, MigrationVersion needed) {
    MigratedLog database = new MigratedLog(connection, needed);
    database.await(patience);
    return database;
  }

  private void await(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    boolean told = false;
    while (true) {
      String trouble;
      SQLException cause = null;
      try {
        Optional<MigrationVersion> found = version();
        if (found.isPresent() && found.get().compareTo(needed) >= 0) {
          return;
        }
        trouble =
            found
                .map(version -> "The database is at version " + version)
                .orElse("The database is older than version 56, the first that tells its version");
      } catch (SQLException e) {
        trouble = "The database does not answer (" + e.getSQLState() + ")";
        cause = e;
      }
      if (System.nanoTime() >= end) {
        throw new OldDatabase(
            trouble
                + "; this release needs "
                + needed
                + ". Start or deploy the role process first.",
            cause);
      }
      if (!told) {
        log.info("{}; this release needs {}. Waiting for the role process.", trouble, needed);
        told = true;
      }
      pause();
    }
  }

  /** Nothing when its history is not there, or not ours to read. */
  private Optional<MigrationVersion> version() throws SQLException {
    try (Connection line = connect();
        Statement statement = line.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select version from flyway_schema_history where success and version is not"
                    + " null")) {
      MigrationVersion newest = MigrationVersion.EMPTY;
      while (rows.next()) {
        MigrationVersion version = MigrationVersion.fromVersion(rows.getString(1));
        newest = version.compareTo(newest) > 0 ? version : newest;
      }
      return Optional.of(newest);
    } catch (SQLException e) {
      if (UNDEFINED_TABLE.equals(e.getSQLState()) || NOT_GRANTED.equals(e.getSQLState())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** On a connection of its own: a pool that exists before the tables is nobody's to use. */
  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    put(properties, "user", connection.getUsername());
    put(properties, "password", connection.getPassword());
    properties.setProperty("ApplicationName", "lexohub-start");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "10");
    return DriverManager.getConnection(connection.getJdbcUrl(), properties);
  }

  private static void put(Properties properties, String name, @Nullable String value) {
    if (value != null) {
      properties.setProperty(name, value);
    }
  }

  /** Of the migrations that this release brings. */
  static MigrationVersion newest() {
    try {
      Resource[] migrations =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:db/migration/V*__*.sql");
      return Arrays.stream(migrations)
          .map(Resource::getFilename)
          .filter(Objects::nonNull)
          .map(name -> MigrationVersion.fromVersion(name.substring(1, name.indexOf("__"))))
          .max(MigrationVersion::compareTo)
          .orElseThrow(() -> new IllegalStateException("this release brings no migrations"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the database was migrated", e);
    }
  }
}
