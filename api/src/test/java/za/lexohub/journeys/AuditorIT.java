package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.audit.AuditCommand;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;

/** The auditor reads everything of one tenant, and takes it home with what proves it. */
class AuditorIT {

  private static final String PIETER = "7a1d0c5e-0002-4000-8000-000000000002";

  @TempDir Path directory;
  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");
  private final Caller auditor = stage.as("auditor");
  private final Caller pietersAuditor =
      Caller.with(new Tokens(stage).of(PIETER, "auditor"), stage.base());
  private final Story story = new Story(thandi, stage.attorney());
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void whatHappenedToAnInvoiceIsToldWithWhoWhyAndWhatItChanged() {
    String invoice = issued();
    thandi
        .post(
            Story.invoice(invoice) + "/payments",
            Story.payment(1_000),
            Map.of(
                "If-Match",
                thandi.get(Story.invoice(invoice)).etag(),
                "X-Actor-Reason",
                "seen on the statement"))
        .expect(200);
    String history = "/api/v1/audit/aggregates/" + invoice + "/history";

    List<JsonNode> life = pages(history + "?limit=3");

    assertThat(life.getFirst().path("type").asString()).isEqualTo("InvoiceGenerated");
    assertThat(life.getFirst().path("data").path("client").path("details").path("name").asString())
        .isEqualTo(story.client);
    JsonNode paid =
        life.stream()
            .filter(event -> event.path("type").asString().equals("PaymentRecorded"))
            .findFirst()
            .orElseThrow();
    assertThat(paid.path("provenance").path("reason").asString())
        .isEqualTo("seen on the statement");
    assertThat(paid.path("provenance").path("actor").asString())
        .isEqualTo("7a1d0c5e-0001-4000-8000-000000000001");
    assertThat(paid.path("provenance").path("clientNetwork").asString()).isNotEmpty();
    assertThat(paid.path("changes").toString())
        .contains("{\"path\":\"/paid/amount\",\"from\":0,\"to\":1000}")
        .contains("\"path\":\"/paymentStatus\",\"from\":\"UNPAID\",\"to\":\"PARTIALLY_PAID\"");
    pietersAuditor.get(history).refused(404, "not-found");
    thandi.get(history).refused(403, "forbidden");
  }

  @Test
  void theLogIsReadInPagesOrAtOnceAndAlwaysOfOneTenant() {
    String proForma = story.sent(2_500_000, 250_000);
    String of = "/api/v1/audit/events?aggregateId=" + proForma;
    new Engine(stage).awaitRest();

    List<JsonNode> events = pages(of + "&limit=2");
    Answer lines = lines(auditor, of);

    assertThat(events).hasSizeGreaterThan(3);
    assertThat(lines.header("Content-Type")).startsWith("application/x-ndjson");
    List<String> export = lines.text().lines().toList();
    assertThat(export).hasSize(events.size() + 2);
    assertThat(export.getLast()).startsWith("{\"trailer\":{\"events\":" + events.size());
    String eventId = events.getFirst().path("eventId").asString();
    assertThat(auditor.get("/api/v1/audit/events/" + eventId).expect(200).text())
        .isEqualTo(export.get(1));
    assertThat(pages(of + "&type=ProFormaSent&type=ProFormaDrafted")).hasSize(2);

    assertThat(pietersAuditor.get(of).expect(200).json().path("data")).isEmpty();
    pietersAuditor.get("/api/v1/audit/events/" + eventId).refused(404, "not-found");
    assertThat(lines(pietersAuditor, "/api/v1/audit/events").text())
        .doesNotContain("7a1d0c5e-0001-4000-8000-000000000001");
    auditor.get(of + "&fromPosition=x").refused(400, "invalid-parameter");
    auditor.get(of + "&colour=red").refused(400, "invalid-parameter");
    auditor.get(of + "&after=abc").refused(400, "invalid-cursor");
  }

  @Test
  void aPackVerifiesOfflineAndAnAlteredOneDoesNot() throws IOException {
    String invoice = issued();
    Path pack = packed("{\"aggregateId\": \"" + invoice + "\"}");
    String key = auditor.get("/api/v1/audit/key").expect(200).at("/verifierKey");
    String packKey = auditor.get("/api/v1/audit/key").expect(200).at("/packVerifierKey");

    assertThat(verify("pack", "--key", key, "--pack-key", packKey, pack.toString()))
        .as(said())
        .isZero();

    List<String> names = names(pack);
    assertThat(names)
        .contains("README.txt", "verify.html", "documents.json", "schemas/InvoiceSent.1.json")
        .endsWith("manifest.txt");
    assertThat(names).anyMatch(name -> name.matches("documents/\\d+-invoices-.*original-v1.pdf"));
    assertThat(verify("pack", "--key", key, altered(pack).toString())).isOne();
    assertThat(said()).contains("events.ndjson altered").contains("position ");
    auditor
        .send(
            "POST",
            "/api/v1/audit/pack",
            Map.of("Content-Type", "application/json"),
            "{\"aggregateId\": \"nothing\"}".getBytes(StandardCharsets.UTF_8))
        .refused(404, "not-found");
    pietersAuditor
        .send(
            "POST",
            "/api/v1/audit/pack",
            Map.of("Content-Type", "application/json"),
            ("{\"aggregateId\": \"" + invoice + "\"}").getBytes(StandardCharsets.UTF_8))
        .refused(404, "not-found");
  }

  @Test
  void theWholeTenantIsPackedAndTheWholeLogExportedAndBothVerify() throws IOException {
    issued();
    String key = auditor.get("/api/v1/audit/key").expect(200).at("/verifierKey");

    assertThat(verify("pack", "--key", key, packed("{}").toString())).as(said()).isZero();

    Path export = directory.resolve("log.ndjson");
    JsonNode newest =
        auditor.get("/api/v1/audit/checkpoints?limit=1").expect(200).json().path("data").path(0);
    Path checkpoint =
        Files.writeString(directory.resolve("checkpoint"), newest.path("note").asString());
    assertThat(audit("export", "--out", export.toString())).as(said()).isZero();
    assertThat(
            verify(
                "export", "--key", key, "--checkpoint", checkpoint.toString(), export.toString()))
        .as(said())
        .isZero();
    assertThat(audit("replay")).as(said()).isZero();
    assertThat(said()).contains("nothing found");
  }

  @Test
  void auditorsWaitForEachOtherAndCommandsDoNot() throws SQLException {
    HikariDataSource bulk =
        stage.beans(HikariDataSource.class).stream()
            .filter(pool -> pool.getPoolName().equals("event-log-bulk"))
            .findFirst()
            .orElseThrow();
    List<Connection> taken = new ArrayList<>();
    try {
      for (int i = 0; i < bulk.getMaximumPoolSize(); i++) {
        taken.add(bulk.getConnection());
      }
      Answer refused = auditor.get("/api/v1/audit/events?limit=1");
      refused.refused(503, "unavailable");
      assertThat(refused.header("Retry-After")).isNotEmpty();
      assertThat(thandi.post("/api/v1/matters", story.form()).id()).isNotEmpty();
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
    auditor.get("/api/v1/audit/events?limit=1").expect(200);
  }

  private String issued() {
    String invoice = story.invoiced(2_500_000, 250_000);
    story.sendInvoice(invoice, "{}");
    await()
        .atMost(Story.PATIENCE)
        .until(
            () ->
                thandi
                    .get(Story.invoice(invoice))
                    .text()
                    .matches("(?s).*\"kind\":\"ORIGINAL\"[^}]*\"state\":\"STORED\".*"));
    return invoice;
  }

  /** Until it is sealed as far as the log goes: other journeys may write meanwhile. */
  private Path packed(String body) throws IOException {
    Answer answer =
        await()
            .atMost(Story.PATIENCE)
            .until(
                () ->
                    auditor.send(
                        "POST",
                        "/api/v1/audit/pack",
                        Map.of("Content-Type", "application/json"),
                        body.getBytes(StandardCharsets.UTF_8)),
                found -> !found.asksToComeAgain());
    answer.expect(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
    assertThat(answer.header("Content-Disposition")).contains("lexohub-").contains(".zip");
    return Files.write(directory.resolve("pack.zip"), answer.bytes());
  }

  private static List<String> names(Path pack) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(pack))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  /** The same pack, but for one amount. */
  private Path altered(Path pack) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in =
            new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(pack)));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        if (entry.getName().equals("events.ndjson")) {
          String text = new String(content, StandardCharsets.UTF_8);
          content = text.replaceFirst("3162500", "3162501").getBytes(StandardCharsets.UTF_8);
          assertThat(content).isNotEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(content);
      }
    }
    return Files.write(directory.resolve("altered.zip"), bytes.toByteArray());
  }

  private List<JsonNode> pages(String path) {
    List<JsonNode> all = new ArrayList<>();
    String next = path;
    while (!next.isEmpty()) {
      JsonNode page = auditor.get(next).expect(200).json();
      page.path("data").forEach(all::add);
      String cursor = page.path("nextCursor").asString("");
      next = cursor.isEmpty() ? "" : path + "&after=" + cursor;
    }
    return all;
  }

  private static Answer lines(Caller caller, String path) {
    return caller
        .send("GET", path, Map.of("Accept", "application/x-ndjson"), new byte[0])
        .expect(200);
  }

  private int verify(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "verify";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return command(all);
  }

  private int audit(String verb, String... more) {
    Database database = TestParts.postgres().database();
    List<String> all =
        new ArrayList<>(List.of(verb, "--jdbc", database.url(), "--user", database.application()));
    all.addAll(List.of(more));
    return command(all.toArray(String[]::new));
  }

  private int command(String... arguments) {
    said.reset();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return AuditCommand.run(
        arguments, name -> TestParts.postgres().database().password(), out, out);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aProofOfAnEventIsCheckedByCommand() throws IOException {
    String proForma = story.link().id();
    String event =
        pages("/api/v1/audit/events?aggregateId=" + proForma).getFirst().path("eventId").asString();
    String path = "/api/v1/audit/events/" + event;
    Answer proof =
        await()
            .atMost(Story.PATIENCE)
            .until(() -> auditor.get(path + "/proof"), found -> !found.asksToComeAgain())
            .expect(200);
    Path proofFile = Files.writeString(directory.resolve("event.tlog-proof"), proof.text());
    Path eventFile =
        Files.writeString(directory.resolve("event.json"), auditor.get(path).expect(200).text());
    String key = auditor.get("/api/v1/audit/key").expect(200).at("/verifierKey");

    assertThat(verify("proof", "--key", key, eventFile.toString(), proofFile.toString()))
        .as(said())
        .isZero();
    Files.writeString(eventFile, Files.readString(eventFile).replace("HIGH", "LOW"));
    assertThat(JsonMapper.shared().readTree(Files.readString(eventFile)).isObject()).isTrue();
    assertThat(verify("proof", "--key", key, eventFile.toString(), proofFile.toString())).isOne();
  }
}
