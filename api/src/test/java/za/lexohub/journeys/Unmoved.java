package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Whatever is sent, the answer is a problem that says what is wrong, never a failure of ours; and
 * nothing comes into the log by it.
 */
abstract class Unmoved {

  static final String PIETERS_TENANT = "7a1d0c5e-0002-4000-8000-000000000002";
  static final String ANY = "\"v99\"";
  static Stage stage;
  static Engine engine;
  static Caller pieter;
  static Desk desk;
  private static long events;

  @BeforeAll
  static void pieterHasSomethingOfEverything() {
    stage = Stage.shared();
    engine = new Engine(stage);
    pieter = stage.as("pieter");
    desk = new Desk(pieter, stage.attorney());
    engine.awaitRest();
    events = pietersEvents();
  }

  /** After all of this; and the next good request goes through. */
  @AfterAll
  static void nothingWasAppended() {
    engine.awaitRest();
    assertThat(pietersEvents()).isEqualTo(events);
    assertThat(Engine.parked()).isEmpty();
    pieter.command(desk.issuedInvoice, "payments", desk.payment()).expect(200);
    assertThat(pietersEvents()).isGreaterThan(events);
  }

  private static long pietersEvents() {
    return Sql.number("select count(*) from event_log where tenant_id = ?", PIETERS_TENANT);
  }

  static void problem(Answer answer, int status, String said) {
    assertThat(answer.status()).as(said + ": " + start(answer.text())).isEqualTo(status);
    assertThat(answer.header("Content-Type")).as(said).startsWith("application/problem+json");
    assertThat(answer.at("/code")).as(said).isNotEmpty();
    assertThat(answer.text()).as(said).doesNotContain("za.lexohub", "Exception", "jackson", "SQL");
  }

  /** With the version that stands there now, unless one is given. */
  static Answer send(Desk.Command command, String body, String version) {
    String tag =
        version != null || command.resource().isBlank()
            ? version
            : pieter.get(command.resource()).expect(200).etag();
    return pieter.send("POST", command.path(), headers(tag), bytes(body));
  }

  static Map<String, String> headers(String version) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Idempotency-Key", UUID.randomUUID().toString());
    if (version != null) {
      headers.put("If-Match", version);
    }
    return headers;
  }

  static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String start(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "\u2026" : text;
  }
}
