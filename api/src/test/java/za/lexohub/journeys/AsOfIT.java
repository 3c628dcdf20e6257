package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.api.input.StrictJson;
import za.lexohub.audit.AuditTrail;
import za.lexohub.audit.AuditTrail.AsOf;
import za.lexohub.audit.AuditTrail.Kind;
import za.lexohub.audit.AuditTrail.Moment;
import za.lexohub.audit.log.LogQuery;
import za.lexohub.audit.log.LogReader;
import za.lexohub.audit.log.LogRow;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalDataVault;

/**
 * Two implementations agree on what the log means: the fold of the audit, and the projectors of the
 * read models. {@code -Dlexohub.audit.positions=1000} asks at more positions.
 */
class AsOfIT {

  private static final JsonMapper JSON = StrictJson.mapper();
  private static final int POSITIONS = Integer.getInteger("lexohub.audit.positions", 100);

  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");

  @Test
  void atTheHeadItIsTheLiveReadAndAtAnyPositionWhatTheProjectorsMakeOfThePrefix()
      throws IOException {
    live(thandi);
    live(stage.as("pieter"));
    Engine engine = new Engine(stage);
    engine.awaitRest();

    agreesWithTheLiveReads(engine.head());
    agreesWithTheProjectors(engine.head());
  }

  private void agreesWithTheLiveReads(long head) {
    int compared = 0;
    for (Caller advocate : List.of(thandi, stage.as("pieter"), stage.as("lerato"))) {
      for (String list : List.of("/api/v1/matters", "/api/v1/pro-formas", "/api/v1/invoices")) {
        for (String id : advocate.ids(list + "?limit=500")) {
          Answer now = advocate.get(list + "/" + id).expect(200);
          Answer then = advocate.get(list + "/" + id + "?asOfPosition=" + head).expect(200);
          assertThat(then.text()).as(list + "/" + id).isEqualTo(now.text());
          assertThat(then.header("As-Of-Position")).isEqualTo(Long.toString(head));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(20);
  }

  private void agreesWithTheProjectors(long head) throws IOException {
    long seed = Long.getLong("lexohub.seed", System.nanoTime());
    Random random = new Random(seed);
    Set<Long> positions = new HashSet<>();
    while (positions.size() < Math.min(POSITIONS, head)) {
      positions.add(1 + random.nextLong(head));
    }
    AuditTrail trail = stage.bean(AuditTrail.class);
    List<LogRow> seen = new ArrayList<>();
    int[] compared = {0};
    try (Reprojection projectors = new Reprojection(stage.bean(PersonalDataVault.class))) {
      log()
          .forEach(
              LogQuery.log(head),
              row -> {
                projectors.apply(row);
                kind(row).ifPresent(kind -> seen.add(row));
                if (positions.contains(row.position()) && !seen.isEmpty()) {
                  for (LogRow one : List.of(seen.getLast(), any(seen, random))) {
                    same(projectors, trail, one, row.position(), seed);
                    compared[0]++;
                  }
                }
              });
    }
    assertThat(compared[0]).isGreaterThan(positions.size());
  }

  private static void same(
      Reprojection projectors, AuditTrail trail, LogRow one, long position, long seed) {
    Kind kind = kind(one).orElseThrow();
    UUID id = UUID.fromString(one.aggregateId());
    String what = "%s %s at position %d, seed %d".formatted(kind, id, position, seed);
    Optional<AsOf> folded =
        trail.asOf(new TenantId(one.tenant()), kind, id, new Moment.Position(position));
    assertThat(tree(folded.map(AsOf::state)))
        .as(what)
        .isEqualTo(tree(projectors.view(kind, one.tenant(), id)));
  }

  /** What a client would read. */
  private static JsonNode tree(Optional<?> value) {
    return JSON.readTree(JSON.writeValueAsString(value.orElseThrow()));
  }

  private static LogRow any(List<LogRow> rows, Random random) {
    return rows.get(random.nextInt(rows.size()));
  }

  private static Optional<Kind> kind(LogRow row) {
    return Stream.of(Kind.values())
        .filter(kind -> kind.aggregateType().equals(row.aggregateType()))
        .findFirst();
  }

  private static LogReader log() {
    Database database = TestParts.postgres().database();
    return new LogReader(
        new DriverManagerDataSource(database.url(), database.owner(), database.password()));
  }

  @Test
  void whatWasNotThereYetOrIsNoMomentIsRefused() {
    Story story = new Story(thandi, stage.attorney());
    String path = "/api/v1/matters/" + thandi.post("/api/v1/matters", story.form()).id();
    long position =
        Sql.number(
            "select position from event_log where aggregate_id = ?",
            path.substring(path.lastIndexOf('/') + 1));
    String recorded =
        Sql.column(
                "select to_char(recorded_at at time zone 'UTC',"
                    + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from event_log where position = ?",
                position)
            .getFirst();

    assertThat(thandi.get(path + "?asOf=" + recorded).expect(200).at("/status"))
        .isEqualTo("ACTIVE");
    thandi.get(path + "?asOfPosition=" + (position - 1)).refused(404, "not-found");
    thandi.get(path + "?asOf=2020-01-01T00:00:00%2B02:00").refused(404, "not-found");
    stage.as("pieter").get(path + "?asOfPosition=" + position).refused(404, "not-found");
    stage.as("analyst").get(path + "?asOfPosition=" + position).refused(403, "forbidden");
    stage.as("auditor").get(path + "?asOfPosition=" + position).expect(200);
    for (String moment :
        List.of(
            "asOfPosition=999999999",
            "asOfPosition=0",
            "asOfPosition=-1",
            "asOfPosition=x",
            "asOfPosition=",
            "asOf=yesterday",
            "asOf=",
            "asOf=2199-01-01T00:00:00Z",
            "asOf=2020-01-01T00:00:00Z&asOfPosition=1",
            "asOf=2020-01-01T00:00:00Z&asOf=2020-01-02T00:00:00Z")) {
      thandi.get(path + "?" + moment).refused(400, "invalid-parameter");
    }
  }

  /** Something of every kind, in every state that is reached quickly. */
  private void live(Caller advocate) {
    Desk desk = new Desk(advocate, stage.attorney());
    Set<String> ending = Set.of("withdraw", "reject", "decline", "convert", "discard", "void");
    for (Desk.Command command : desk.commands()) {
      if (command.resource().isBlank()) {
        advocate.post(command.verb(), command.body());
      } else if (!ending.contains(command.verb()) && !command.verb().startsWith("payments/")) {
        advocate.command(command.resource(), command.verb(), command.body());
      }
    }
    String payment = advocate.get(desk.issuedInvoice).expect(200).at("/payments/0/id");
    String because = "{\"reason\": \"the bank returned it\"}";
    advocate.command(desk.issuedInvoice, "payments/" + payment + "/reverse", because).expect(200);
    advocate.command(desk.issuedInvoice, "void", because).expect(200);

    Story story = new Story(advocate, stage.attorney());
    String paid = story.invoiced(2_500_000, 250_000);
    story.sendInvoice(paid, "{}");
    story.pay(paid, 1_000);
    story.pay(paid, story.read(Story.invoice(paid)).number("/balance/amount"));
    String declined = story.sent(100_000, 50_000);
    advocate.command(Story.proForma(declined), "decline", because).expect(200);
    String discarded = story.invoiced(2_500_000, 250_000);
    String proForma = story.read(Story.invoice(discarded)).at("/proFormaId");
    advocate.command(Story.invoice(discarded), "discard", because).expect(200);
    advocate.command(Story.proForma(proForma), "convert", "{}").expect(200);
    story.converted(proForma);
    account(advocate, story);
    String late = story.invoiced(2_500_000, 250_000);
    story.sendInvoice(late, "{\"invoiceDate\": \"2024-09-01\"}");
    await()
        .atMost(Story.PATIENCE)
        .until(() -> story.read(Story.invoice(late)).at("/status").equals("OVERDUE"));
  }

  /** Everything that is booked on an invoice beside payments. */
  private static void account(Caller advocate, Story story) {
    String because = "\"reason\": \"a good one\"";
    String five = "\"amount\": {\"amount\": 500, \"currency\": \"ZAR\"}";
    String id = story.invoiced(2_500_000, 250_000);
    String invoice = Story.invoice(id);
    story.sendInvoice(id, "{}");
    story.pay(id, 1_000);
    String payment = advocate.get(invoice).expect(200).at("/payments/0/id");
    advocate.command(invoice, "payments/" + payment + "/reconcile", "{}").expect(200);
    for (String kind : List.of("CREDIT", "DEBIT")) {
      String note =
          advocate
              .post(
                  invoice + "/credit-notes",
                  "{\"kind\": \"%s\", \"category\": \"GOODWILL\", %s, %s}"
                      .formatted(kind, five, because))
              .expect(201)
              .header("Location");
      advocate.command(note, "issue", "{}").expect(200);
    }
    advocate
        .post(
            invoice + "/disputes",
            "{\"type\": \"OTHER\", %s, %s}"
                .formatted(five.replaceFirst("amount", "disputedAmount"), because))
        .expect(201);
    advocate.command(invoice, "write-off", "{" + five + ", " + because + "}").expect(200);
    String hopeless = story.invoiced(2_500_000, 250_000);
    story.sendInvoice(hopeless, "{}");
    advocate
        .command(
            Story.invoice(hopeless),
            "write-off",
            "{" + five.replace("500", "3162500") + ", " + because + "}")
        .expect(200);
  }
}
