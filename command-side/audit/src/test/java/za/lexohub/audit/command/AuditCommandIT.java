package za.lexohub.audit.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import za.lexohub.audit.ForgetfulVault;
import za.lexohub.audit.Shelf;
import za.lexohub.audit.checkpoint.LogKey;
import za.lexohub.audit.checkpoint.SigningKeyFile;
import za.lexohub.audit.tlog.Hash;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;

/** The commands as somebody types them, on a real log. The password comes from the environment. */
class AuditCommandIT {

  @TempDir Path directory;
  private final Database database = migrated();
  private final DataSource log =
      new DriverManagerDataSource(database.url(), database.application(), database.password());
  private final JdbcClient owner =
      JdbcClient.create(
          new DriverManagerDataSource(database.url(), database.owner(), database.password()));
  private final Shelf shelf = new Shelf(log, "thandi", new ForgetfulVault());
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void fill() {
    shelf.matter("Nomvula");
    new Shelf(log, "pieter", new ForgetfulVault()).matter("Jan");
  }

  @Test
  void theWholeLogIsExported() throws IOException {
    Path file = directory.resolve("log.ndjson");

    assertThat(run("export", "--out", file.toString())).isZero();

    assertThat(Files.readString(file))
        .startsWith(
            "{\"lexohub\":\"event-export\",\"version\":1,\"origin\":\"lexohub.localhost/log\","
                + "\"scope\":{\"log\":true},\"checkpointSize\":10}\n")
        .contains("\"events\":10,\"firstPosition\":1,\"lastPosition\":10");
    assertThat(text(err)).contains("exported 10 in");
    try (var left = Files.list(directory)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aTenantOrAnAggregateIsExportedAlone() throws IOException {
    UUID matter = shelf.open("Zanele");
    Path tenant = directory.resolve("tenant.ndjson");
    Path aggregate = directory.resolve("aggregate.ndjson");

    assertThat(run("export", "--tenant", "thandi", "--out", tenant.toString())).isZero();
    assertThat(run("export", "--aggregate", matter.toString(), "--out", aggregate.toString()))
        .isZero();

    assertThat(Files.readString(tenant)).contains("\"events\":6,").doesNotContain("pieter");
    assertThat(Files.readString(aggregate))
        .contains("\"scope\":{\"tenant\":\"thandi\",\"aggregateId\":\"" + matter + "\"}")
        .contains("\"events\":1,");
  }

  @Test
  void aSoundLogIsReplayedAndSummedUp() {
    assertThat(run("replay")).as(text(err)).isZero();

    assertThat(text(out))
        .contains("events      10, positions 1 to 10")
        .contains("aggregates  2, Matter 2")
        .contains("tenant      thandi: 5 events, 1 aggregates")
        .endsWith("nothing found\n");
  }

  @Test
  void aLogWithAHoleIsNot() {
    owner.sql("alter table event_log disable trigger all").update();
    owner.sql("delete from event_log where position = 3").update();

    assertThat(run("replay")).isOne();

    assertThat(text(out))
        .contains("positions are not dense: the last is 10, and there are 9 events")
        .contains("sequence 3 where 2 belongs");
  }

  @Test
  void anEventThatNobodyKnowsIsFoundAndTheOthersAreReplayed() {
    shelf.raw("Matter", UUID.randomUUID().toString(), "MatterSold", "1", "{}");
    shelf.raw("Matter", UUID.randomUUID().toString(), "MatterOpened", "7", "{}");

    assertThat(run("replay")).isOne();

    assertThat(text(out))
        .contains("FOUND position 11")
        .contains("MatterSold")
        .contains("FOUND position 12")
        .contains("events      12")
        .contains("2 findings");
  }

  @Test
  void whatCannotBeFollowedIsSaidAndEndsWithTwo() {
    assertThat(run("export")).isEqualTo(2);
    assertThat(text(err)).contains("--out is missing").contains("usage:");
    assertThat(run("replay", "--tenant", "thandi")).isEqualTo(2);
    assertThat(text(err)).contains("there is no option --tenant");
    assertThat(plain("explain")).isEqualTo(2);
    assertThat(plain()).isEqualTo(2);
    assertThat(plain("--help")).isZero();
    assertThat(plain("replay", "--jdbc", "jdbc:postgresql://x/y?password=z", "--user", "u"))
        .isEqualTo(2);
    assertThat(text(err)).contains("no place for a password").doesNotContain("=z");
    assertThat(plain("replay", "--jdbc")).isEqualTo(2);
    assertThat(run("export", "--aggregate", "none", "--out", "x")).isEqualTo(2);
    assertThat(text(err)).contains("there is no aggregate none");
    assertThat(run("export", "--out", directory.resolve("no/such/x").toString())).isEqualTo(2);
    assertThat(text(err)).contains("failed: ");
  }

  @Test
  void aRestoredLogIsComparedWithNothingLessThanASignedCheckpoint() throws IOException {
    String bucket = directory.toString();
    String key = "lexohub.test/log+c2c5b4d1+AQAB";

    assertThat(run("restored", "--bucket", bucket)).isEqualTo(2);
    assertThat(text(err)).contains("--key is missing");
    assertThat(run("restored", "--bucket", bucket, "--key", key)).isEqualTo(2);
    assertThat(text(err)).contains("--key is no key of a log");
    LogKey signing =
        new LogKey("lexohub.test/log", SigningKeyFile.loadOrCreate(directory.resolve("keys")));
    key = signing.verifierKey();
    assertThat(run("restored", "--bucket", bucket + "/none", "--key", key)).isEqualTo(2);
    assertThat(text(err)).contains("no folder: ");
    assertThat(run("restored", "--bucket", bucket, "--key", key, "--origin", "x")).isEqualTo(2);
    assertThat(text(err)).contains("--by is missing");
    assertThat(run("restored", "--bucket", bucket, "--key", key)).isOne();
    assertThat(text(out)).contains("REFUSED there is no checkpoint to compare with");
    Files.writeString(directory.resolve("checkpoint"), signing.checkpoint(12, Hash.EMPTY));
    assertThat(run("restored", "--bucket", bucket, "--key", key)).isOne();
    assertThat(text(out)).contains("restored to 10, checkpoint 12 > 10: missing 2 events");
    assertThat(run(named(bucket, key))).isOne();
    assertThat(text(out)).contains("REFUSED no checkpoint of the copy covers only what is there");
  }

  @Test
  void anExportIsCompressedWhenItsNameSaysSo() throws IOException {
    Path file = directory.resolve("log.ndjson.gz");

    assertThat(run("export", "--out", file.toString())).isZero();

    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("\"events\":10,");
    }
  }

  private static String[] named(String bucket, String key) {
    return new String[] {
      "restored",
      "--bucket",
      bucket,
      "--key",
      key,
      "--origin",
      "lexohub.test/log/1",
      "--by",
      "an operator",
      "--reason",
      "the disk was lost"
    };
  }

  private static Database migrated() {
    Database database = TestParts.postgres().createDatabase("audit_command");
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.password())
        .load()
        .migrate();
    return database;
  }

  private int run(String[] words) {
    return run(words[0], Arrays.copyOfRange(words, 1, words.length));
  }

  private int run(String verb, String... more) {
    String[] arguments = new String[more.length + 5];
    arguments[0] = verb;
    arguments[1] = "--jdbc";
    arguments[2] = database.url();
    arguments[3] = "--user";
    arguments[4] = database.application();
    System.arraycopy(more, 0, arguments, 5, more.length);
    return plain(arguments);
  }

  private int plain(String... arguments) {
    return za.lexohub.audit.AuditCommand.run(
        arguments,
        name -> name.equals("LEXOHUB_DB_PASSWORD") ? database.password() : null,
        stream(out),
        stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
