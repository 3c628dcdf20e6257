package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import za.lexohub.audit.AuditCommand;

/** An operator changes the log's signing key while people work; an auditor goes on. */
class SigningKeyIT {

  private static final String ENDPOINT = "/actuator/signingkey";
  private static final String KEY = "/api/v1/audit/key";

  @TempDir Path directory;
  private final Stage stage = Stage.shared();
  private final Caller auditor = stage.as("auditor");
  private final Caller operator = stage.as("operator");
  private final Story story = new Story(stage.as("thandi"), stage.attorney());

  @Test
  void theNewKeySealsWhatComesAndBothOldAndNewVerify() throws IOException {
    String old = auditor.get(KEY).expect(200).at("/verifierKey");
    String proForma = story.link().id();
    Path before = proof(proForma);

    operator.post(ENDPOINT, "{\"action\":\"rotate\",\"reason\":\"once a year\"}").expect(200);
    await()
        .atMost(Story.PATIENCE)
        .until(() -> operator.get(ENDPOINT).expect(200).json().path("following").isNull());
    String next = auditor.get(KEY).expect(200).at("/verifierKey");
    assertThat(next).isNotEqualTo(old);
    String later = story.link().id();
    Path after = proof(later);

    Answer keys = auditor.get(KEY).expect(200);
    Path list = Files.writeString(directory.resolve("keys.txt"), keys.at("/list"));
    Path change =
        Files.writeString(
            directory.resolve("change"),
            keys.json()
                .path("keys")
                .get(keys.json().path("keys").size() - 1)
                .path("change")
                .asString());
    String listed = list.toString();
    assertThat(verify("proof", "--keys", listed, event(proForma), before.toString())).isZero();
    assertThat(verify("proof", "--keys", listed, event(later), after.toString())).isZero();
    assertThat(verify("proof", "--key", old, event(later), after.toString())).isOne();
    assertThat(
            verify(
                "proof",
                "--key",
                old,
                "--key-change",
                change.toString(),
                event(later),
                after.toString()))
        .isZero();
    Path pack = pack(later);
    assertThat(verify("pack", "--keys", listed, pack.toString())).isZero();
    assertThat(verify("pack", "--key", old, pack.toString())).isZero();

    List<String> recorded =
        Sql.column(
            "select convert_from(metadata, 'UTF8') from event_log"
                + " where event_type = 'SigningKeyChanged' and tenant_id = ? order by position",
            "operations");
    assertThat(recorded.getLast()).contains("once a year", "OPERATOR");
  }

  @Test
  void aChangeTakesAReasonAndTheRoleOfOperators() {
    operator.post(ENDPOINT, "{\"action\":\"rotate\"}").refused(400, "invalid-input");
    operator
        .post(ENDPOINT, "{\"action\":\"rotate\",\"reason\":\" \"}")
        .refused(400, "invalid-input");
    operator
        .post(ENDPOINT, "{\"action\":\"forget\",\"reason\":\"because\"}")
        .refused(400, "invalid-input");
    auditor
        .post(ENDPOINT, "{\"action\":\"rotate\",\"reason\":\"because\"}")
        .refused(403, "forbidden");
    assertThat(auditor.get(ENDPOINT).status()).isEqualTo(403);
  }

  private Path proof(String aggregate) throws IOException {
    Answer proof =
        await()
            .atMost(Story.PATIENCE)
            .until(
                () -> auditor.get("/api/v1/audit/events/" + eventId(aggregate) + "/proof"),
                found -> !found.asksToComeAgain())
            .expect(200);
    return Files.writeString(directory.resolve(aggregate + ".tlog-proof"), proof.text());
  }

  private String event(String aggregate) throws IOException {
    String event = auditor.get("/api/v1/audit/events/" + eventId(aggregate)).expect(200).text();
    return Files.writeString(directory.resolve(aggregate + ".json"), event).toString();
  }

  private Path pack(String aggregate) throws IOException {
    Answer pack =
        await()
            .atMost(Story.PATIENCE)
            .until(
                () ->
                    auditor.send(
                        "POST",
                        "/api/v1/audit/pack",
                        Map.of("Content-Type", "application/json"),
                        ("{\"aggregateId\": \"" + aggregate + "\"}")
                            .getBytes(StandardCharsets.UTF_8)),
                found -> !found.asksToComeAgain())
            .expect(200);
    return Files.write(directory.resolve("pack.zip"), pack.bytes());
  }

  private static String eventId(String aggregate) {
    return Sql.column(
            "select event_id::text from event_log where aggregate_id = ? and sequence = 0",
            aggregate)
        .getFirst();
  }

  private int verify(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "verify";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return AuditCommand.run(all, out, out);
  }
}
