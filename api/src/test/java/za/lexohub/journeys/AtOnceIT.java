package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many who want the same thing at the same moment. */
class AtOnceIT {
  private static final Executor THREADS = command -> Thread.ofVirtual().start(command);
  private static final int PARTS = 10;

  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");
  private final Story story = new Story(thandi, stage.attorney());

  @Test
  void aHundredRequestsWithOneKeyOpenOneMatter() {
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    String body = story.form();

    List<Answer> answers = atOnce(100, () -> thandi.post("/api/v1/matters", body, key));

    Answer repeated = thandi.post("/api/v1/matters", body, key).expect(201);
    assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
    for (Answer answer : answers) {
      if (answer.status() == 201) {
        assertThat(answer.text()).isEqualTo(repeated.text());
      } else {
        answer.refused(409, "request-in-flight");
        assertThat(answer.header("Retry-After")).isNotEmpty();
      }
    }
    assertThat(answers).anyMatch(answer -> answer.status() == 201);
    assertThat(
            Sql.number(
                "select count(*) from event_log where event_type = 'NumberAllocated' and"
                    + " position(? in convert_from(payload, 'UTF8')) > 0",
                repeated.id()))
        .isEqualTo(1);
    assertThat(Sql.number("select count(*) from event_log where aggregate_id = ?", repeated.id()))
        .isEqualTo(1);
  }

  @Test
  void whoPaysAtOncePaysNoMoreThanIsOwed() {
    String id = story.fixedFee(story.matter(), 100_000);
    story.sendInvoice(id, "{}");
    String invoice = Story.invoice(id);
    long owed = thandi.get(invoice).number("/balance/amount");

    List<Answer> answers = atOnce(2 * PARTS, () -> pay(invoice, owed / PARTS));

    assertThat(answers.stream().filter(it -> it.status() == 200)).hasSize(PARTS);
    assertThat(answers.stream().filter(it -> it.status() != 200))
        .allSatisfy(
            it ->
                assertThat(it.at("/code")).isIn("payment-exceeds-balance", "invoice-already-paid"));
    Answer paid = thandi.get(invoice).expect(200);
    assertThat(paid.at("/status")).isEqualTo("PAID");
    assertThat(paid.number("/balance/amount")).isZero();
    assertThat(paid.number("/paid/amount")).isEqualTo(owed);
    assertThat(paid.json().path("payments")).hasSize(PARTS);
  }

  /** Whoever was overtaken reads again what there is. */
  private Answer pay(String invoice, long cents) {
    Answer answer;
    do {
      answer = thandi.command(invoice, "payments", Story.payment(cents));
    } while (answer.status() == 412);
    return answer;
  }

  private static List<Answer> atOnce(int times, Supplier<Answer> request) {
    return Stream.generate(() -> CompletableFuture.supplyAsync(request, THREADS))
        .limit(times)
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }
}
