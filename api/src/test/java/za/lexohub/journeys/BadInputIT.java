package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Bodies that are not what a command takes. */
class BadInputIT extends Unmoved {

  @Test
  void bodiesThatAreNotWhatACommandTakes() {
    List<String> bodies =
        List.of(
            "{",
            "}",
            "[]",
            "[{}]",
            "7",
            "\"text\"",
            "true",
            "hello",
            "{\"a\"",
            "{'a': 1}",
            "{} {}",
            "{\"a\": NaN}",
            "<xml/>",
            "{\"a\": 1, \"a\": 2}",
            "\u0000",
            "{\"a\\u0000\": 1}",
            "{\"\\ud800\": 1}",
            "{\"a\": \"\\ud800\"}",
            "{\"zzz\": 1}",
            "{\"a\":".repeat(5000) + "1" + "}".repeat(5000),
            "[".repeat(100_000));
    for (Desk.Command command : desk.commands()) {
      for (String body : bodies) {
        problem(send(command, body, ANY), 400, command.path() + " <- " + start(body));
      }
    }
  }

  @Test
  void unknownFieldsAreNamed() {
    for (Desk.Command command : desk.commands()) {
      String comma = command.body().strip().equals("{}") ? "" : ",";
      String body = command.body().replaceFirst("\\{", "{\"surprise\": 1" + comma);
      Answer answer = send(command, body, ANY).refused(400, "invalid-input");
      assertThat(answer.at("/errors/0/pointer")).as(command.path()).isEqualTo("/surprise");
    }
  }

  @Test
  void bodiesThatAreTooLarge() {
    byte[] huge = new byte[256 * 1024 + 1];
    Arrays.fill(huge, (byte) ' ');
    for (Desk.Command command : desk.commands()) {
      pieter.send("POST", command.path(), headers(ANY), huge).refused(413, "body-too-large");
    }
    pieter
        .streamed(desk.commands().getFirst().path(), headers(ANY), huge)
        .refused(413, "body-too-large");
  }

  @Test
  void amountsThatAreNone() {
    for (String amount :
        List.of(
            "0",
            "-1",
            "9000000000000000000",
            "99999999999999999999",
            "1.0",
            "0.5",
            "1e2",
            "\"1\"",
            "true",
            "null",
            "[1]",
            "{}",
            "-0.0",
            "1000000000001",
            "9".repeat(200))) {
      String body = desk.payment().replace("\"amount\": 1,", "\"amount\": " + amount + ",");
      Answer answer = send(new Desk.Command(desk.issuedInvoice, "payments", body), body, null);
      problem(answer, 400, amount);
    }
  }

  @Test
  void datesThatAreNone() {
    for (String date :
        List.of(
            "0000-13-45",
            "2024-02-30",
            "9999-99-99",
            "31/12/2026",
            "2026",
            "tomorrow",
            "",
            "-999999999-01-01",
            "+999999999-12-31",
            "+10000-01-01",
            "0000-01-01",
            "9999-12-31")) {
      for (Desk.Command command : desk.commands()) {
        String body = command.body().replaceAll("20(26-01-05|99-01-01)(?!T)", date);
        if (!body.equals(command.body())) {
          problem(send(command, body, null), 400, command.path() + " on " + date);
        }
      }
    }
  }

  @Test
  void textThatIsTooLongOrNoText() {
    for (String text : List.of("a\\u0000b", "\\ud800", "\\u0007", "x".repeat(20_000))) {
      for (Desk.Command command : desk.commands()) {
        String body =
            command
                .body()
                .replaceAll(
                    "\"(title|description|narrative|reason|note|name|reference|matterType)\":"
                        + " \"[^\"]*\"",
                    "\"$1\": \"" + text.replace("\\", "\\\\") + "\"");
        if (!body.equals(command.body())) {
          problem(send(command, body, null), 400, command.path() + " <- " + start(text));
        }
      }
    }
  }

  /** {@code -Dlexohub.seed=} repeats a round. */
  @Test
  void spoiltBodiesNeverFailUs(TestReporter reporter) {
    long seed = Long.getLong("lexohub.seed", new Random().nextLong());
    reporter.publishEntry("seed", Long.toString(seed));
    Random random = new Random(seed);
    Caller thandi = stage.as("thandi");
    List<Desk.Command> commands = new Desk(thandi, stage.attorney()).commands();
    for (int round = 0; round < 20; round++) {
      for (Desk.Command command : commands) {
        String body = Mutation.of(command.body(), random);
        Map<String, String> headers = headers(ANY);
        if (!command.resource().isBlank() && random.nextBoolean()) {
          headers.put("If-Match", thandi.get(command.resource()).expect(200).etag());
        }
        Answer answer = thandi.send("POST", command.path(), headers, bytes(body));
        String said = "seed " + seed + ": " + command.path() + " <- " + start(body);
        assertThat(answer.status()).as(said + ": " + answer.text()).isLessThan(500);
        if (answer.status() >= 400) {
          problem(answer, answer.status(), said);
        }
      }
    }
    // And what was good enough to be taken can be shown, conducted and announced.
    engine.awaitRest();
    assertThat(Engine.parked()).as("seed " + seed).isEmpty();
  }
}
