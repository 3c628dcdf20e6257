package za.lexohub.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.eventstore.MigratedLog.OldDatabase;

/**
 * A process that does not migrate waits for the one that does, and says so when it waits in vain.
 */
class MigratedLogIT {

  private static final Duration NOT_AT_ALL = Duration.ZERO;

  @Test
  void aDatabaseOfThisReleaseIsTakenAtOnce() {
    Database database = FreshLog.migrated("migrated");

    assertThatCode(() -> MigratedLog.byOthers(as(database), NOT_AT_ALL)).doesNotThrowAnyException();
  }

  @Test
  void aDatabaseThatIsAheadIsTakenSoThatAReleaseCanBeTakenBack() {
    Database database = FreshLog.migrated("ahead");

    assertThatCode(
            () ->
                MigratedLog.byOthers(as(database), NOT_AT_ALL, MigrationVersion.fromVersion("55")))
        .doesNotThrowAnyException();
  }

  @Test
  void aDatabaseThatIsBehindIsNamedWithBothVersions() {
    Database database = FreshLog.migrated("behind");

    assertThatThrownBy(
            () ->
                MigratedLog.byOthers(
                    as(database), NOT_AT_ALL, MigrationVersion.fromVersion("1000")))
        .isInstanceOf(OldDatabase.class)
        .hasMessage(
            "The database is at version %s; this release needs 1000. Start or deploy the role"
                + " process first.",
            MigratedLog.newest());
  }

  @Test
  void aDatabaseThatCannotTellItsVersionYetIsOlder() {
    Database empty = TestParts.postgres().createDatabase("empty");
    Database old = TestParts.postgres().createDatabase("old");
    migrate(old, "24");

    for (Database database : new Database[] {empty, old}) {
      assertThatThrownBy(() -> MigratedLog.byOthers(as(database), NOT_AT_ALL))
          .hasMessageStartingWith("The database is older than version 56")
          .hasMessageEndingWith("Start or deploy the role process first.");
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsSaidToBeAway() {
    assertThatThrownBy(
            () ->
                MigratedLog.byOthers(
                    as("jdbc:postgresql://localhost:1/none", "nobody", "any"), NOT_AT_ALL))
        .hasMessageStartingWith("The database does not answer (08001)");
  }

  @Test
  void whoComesBeforeTheMigrationGoesOnWhenItIsDone() {
    Database database = TestParts.postgres().createDatabase("waiting");
    CompletableFuture<MigratedLog> waiting =
        CompletableFuture.supplyAsync(
            () -> MigratedLog.byOthers(as(database), Duration.ofSeconds(30)),
            task -> Thread.ofVirtual().start(task));

    assertThat(waiting).isNotDone();
    migrate(database, "latest");

    assertThatCode(waiting::join).doesNotThrowAnyException();
  }

  @Test
  void theNewestMigrationIsThatOfTheClassPath() {
    assertThat(MigratedLog.newest()).isGreaterThanOrEqualTo(MigrationVersion.fromVersion("56"));
  }

  private static void migrate(Database database, String target) {
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.password())
        .target(target)
        .load()
        .migrate();
  }

  private static JdbcConnectionDetails as(Database database) {
    return as(database.url(), database.application(), database.password());
  }

  private static JdbcConnectionDetails as(String url, String user, String password) {
    return new JdbcConnectionDetails() {
      @Override
      public @Nullable String getUsername() {
        return user;
      }

      @Override
      public @Nullable String getPassword() {
        return password;
      }

      @Override
      public String getJdbcUrl() {
        return url;
      }
    };
  }
}
