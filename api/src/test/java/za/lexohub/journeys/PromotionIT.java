package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import za.lexohub.readmodels.row.TenantScope;

/** An operator builds a read model anew beside the one that people read, and puts it in place. */
class PromotionIT {

  private static final String REBUILDS = "/actuator/rebuilds";
  private static final String INVOICES = REBUILDS + "/invoices";
  private static final String TENANT = "7a1d0c5e-0001-4000-8000-000000000001";

  /** Events that are not an operator's: what reaches out is recorded on what it is about. */
  private static final String BUSINESS =
      "select count(*) from event_log where tenant_id <> 'operations'";

  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");
  private final Caller operator = stage.as("operator");
  private final Story story = new Story(thandi, stage.attorney());
  private final Engine engine = new Engine(stage);

  @Test
  void onlyAnOperatorSeesAndActs() {
    stage.attorney().get(REBUILDS).refused(401, "unauthenticated");
    thandi.get(REBUILDS).refused(403, "forbidden");
    stage.as("auditor").get(INVOICES).refused(403, "forbidden");
    thandi.post(INVOICES, action("begin", "curious")).refused(403, "forbidden");
    operator.get(REBUILDS).expect(200);
    operator.get(REBUILDS + "/nothing").refused(404, "not-found");
    operator
        .post(REBUILDS + "/email-queue", action("begin", "once more"))
        .refused(404, "not-found");
    operator.post(REBUILDS + "/workflow-counts", action("begin", "why")).refused(404, "not-found");
    operator.post(INVOICES, action("destroy", "why")).refused(400, "invalid-input");
    operator.post(INVOICES, action("begin", "two\\nlines")).refused(400, "invalid-input");
  }

  @Test
  void whatIsReadIsPutRightAndNobodyNoticesHow() {
    String invoice = story.invoiced(2_500_000, 250_000);
    story.sendInvoice(invoice, "{}");
    engine.awaitRest();
    Answer right = story.read(Story.invoice(invoice));
    spoil(invoice);
    assertThat(title(invoice)).isEqualTo("nobody said so");
    long before = Sql.number(BUSINESS);

    begun();
    JsonNode differing = compared("DIFFERS").at("/rebuild/report/differing");

    assertThat(Sql.number(BUSINESS)).as("a rebuild reaches nobody").isEqualTo(before);
    assertThat(differing.valueStream())
        .filteredOn(row -> row.at("/key/id").asString().equals(invoice))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.path("columns").valueStream().map(JsonNode::asString))
                  .containsExactly("title");
              assertThat(row.at("/events/0/aggregateId").asString()).isEqualTo(invoice);
            });
    operator.post(INVOICES, action("promote", "in a hurry")).refused(409, "rebuild-differs");
    operator
        .post(INVOICES, "{\"action\": \"promote\", \"force\": \"true\"}")
        .refused(400, "invalid-input");
    operator
        .post(
            INVOICES,
            "{\"action\": \"promote\", \"force\": \"true\", \"reason\": \"the title was spoilt\"}")
        .expect(200);
    assertThat(title(invoice)).isEqualTo(right.at("/title"));
    assertThat(story.read(Story.invoice(invoice)).json()).isEqualTo(right.json());
    assertThat(recorded("RebuildPromoted")).last().asString().contains("the title was spoilt");
    discarded();

    begun();
    compared("READY");
    assertThat(shown().path("state").asString()).isEqualTo("READY");
    // What is recorded of the comparison has to be passed too.
    await()
        .atMost(Story.PATIENCE)
        .untilAsserted(() -> assertThat(shown().path("percent").asInt()).isEqualTo(100));
    await()
        .atMost(Story.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        operator
                            .get("/actuator/metrics/lexohub.rebuild.progress?tag=group:invoices")
                            .expect(200)
                            .json()
                            .at("/measurements/0/value")
                            .asDouble(0))
                    .isEqualTo(100));
    try (Traffic traffic = new Traffic(invoice)) {
      traffic.goesOn();
      operator.post(INVOICES, action("promote", null)).expect(200);
      traffic.goesOn();
      operator.post(INVOICES, action("roll-back", null)).refused(400, "invalid-input");
      Answer back = operator.post(INVOICES, action("roll-back", "second thoughts")).expect(200);
      assertThat(back.at("/rebuild/state")).isEqualTo("ROLLED_BACK");
      traffic.goesOn();
      compared("READY");
      operator.post(INVOICES, action("promote", "third thoughts")).expect(200);
      traffic.goesOn();
    }
    discarded();
    operator.post(INVOICES, action("promote", "again")).refused(409, "not-in-this-state");
    for (String type :
        List.of(
            "RebuildBegun",
            "RebuildCompared",
            "RebuildPromoted",
            "RebuildRolledBack",
            "RebuildDiscarded")) {
      assertThat(recorded(type)).as(type).isNotEmpty();
    }
    assertThat(shown().isMissingNode() || shown().isNull()).isTrue();
  }

  /** Payments, each read back at once, and lists, while the tables change places. */
  private final class Traffic implements AutoCloseable {

    private static final long CENTS = 100;
    private static final int ENOUGH = 10;

    private final List<String> failed = new CopyOnWriteArrayList<>();
    private final AtomicInteger paid = new AtomicInteger();
    private final AtomicInteger listed = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean goesOn = true;

    Traffic(String invoice) {
      Caller payer = stage.as("thandi");
      start(
          any -> {
            payer.command(Story.invoice(invoice), "payments", Story.payment(CENTS)).expect(200);
            long now = paid.incrementAndGet() * CENTS;
            Answer read = payer.get(Story.invoice(invoice)).expect(200);
            assertThat(read.number("/paid/amount")).as("what was just paid").isEqualTo(now);
          });
      Caller reader = stage.as("thandi");
      start(
          any -> {
            JsonNode list = reader.get("/api/v1/invoices?limit=5").expect(200).json();
            assertThat(list.path("data").isEmpty()).isFalse();
            reader.get(Story.invoice(invoice)).expect(200);
            listed.incrementAndGet();
          });
    }

    private void start(Consumer<Traffic> work) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (goesOn && failed.isEmpty()) {
                      try {
                        work.accept(this);
                      } catch (RuntimeException | AssertionError e) {
                        failed.add(e.toString());
                      }
                    }
                  }));
    }

    /** Some more of each came through. */
    void goesOn() {
      int payments = paid.get() + ENOUGH;
      int lists = listed.get() + ENOUGH;
      await()
          .atMost(Story.PATIENCE)
          .until(() -> !failed.isEmpty() || paid.get() >= payments && listed.get() >= lists);
      assertThat(failed).isEmpty();
    }

    @Override
    public void close() {
      goesOn = false;
      await().atMost(Story.PATIENCE).until(() -> threads.stream().noneMatch(Thread::isAlive));
      assertThat(failed).isEmpty();
    }
  }

  private void begun() {
    Answer begun = operator.post(INVOICES, action("begin", "to be sure")).expect(200);
    assertThat(begun.at("/rebuild/state")).isEqualTo("FILLING");
    operator.post(INVOICES, action("begin", "twice")).refused(409, "rebuild-exists");
    operator.post(INVOICES, action("promote", "too soon")).refused(409, "not-compared");
    await().atMost(Story.PATIENCE).until(() -> shown().path("percent").asInt() == 100);
  }

  private JsonNode compared(String state) {
    JsonNode compared = operator.post(INVOICES, action("compare", null)).expect(200).json();
    assertThat(compared.at("/rebuild/state").asString())
        .as("%s", compared.at("/rebuild/report/differing"))
        .isEqualTo(state);
    return compared;
  }

  /** Unless nothing was kept, because what another test had parked made it unfit. */
  private void discarded() {
    if (operator.get(INVOICES).expect(200).at("/rebuild/state").equals("PROMOTED")) {
      operator.post(INVOICES, action("discard", "it has served")).expect(200);
    }
    assertThat(
            Sql.column(
                "select tablename from pg_tables where schemaname in ('rebuild', 'retired')"
                    + " and tablename <> 'models'"))
        .isEmpty();
  }

  /** Of the invoices, what {@code GET /projections} says of a rebuild. */
  private JsonNode shown() {
    return thandi
        .get("/api/v1/projections")
        .expect(200)
        .json()
        .path("groups")
        .valueStream()
        .filter(one -> one.path("group").asString().equals("invoices"))
        .findFirst()
        .orElseThrow()
        .path("rebuild");
  }

  private void spoil(String invoice) {
    int spoilt =
        stage
            .bean(TenantScope.class)
            .write(
                TENANT,
                jdbc ->
                    jdbc.sql("update invoices set title = 'nobody said so' where id = ?")
                        .param(UUID.fromString(invoice))
                        .update());
    assertThat(spoilt).isEqualTo(1);
  }

  /** As the table has it; a single invoice is read from its card as long as there is one. */
  private String title(String invoice) {
    return stage
        .bean(TenantScope.class)
        .read(
            TENANT,
            jdbc ->
                jdbc.sql("select title from invoices where id = ?")
                    .param(UUID.fromString(invoice))
                    .query(String.class)
                    .single());
  }

  /** Payload and metadata. */
  private static List<String> recorded(String type) {
    return Sql.column(
        "select convert_from(payload, 'UTF8') || convert_from(metadata, 'UTF8') from event_log"
            + " where tenant_id = 'operations' and event_type = ?"
            + " and convert_from(payload, 'UTF8') like '%\"invoices\"%' order by position",
        type);
  }

  private static String action(String action, @Nullable String reason) {
    return reason == null
        ? "{\"action\": \"%s\"}".formatted(action)
        : "{\"action\": \"%s\", \"reason\": \"%s\"}".formatted(action, reason);
  }
}
