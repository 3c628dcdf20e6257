package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import za.lexohub.query.selfcheck.SelfCheck;
import za.lexohub.readmodels.row.TenantScope;
import za.lexohub.readmodels.selfcheck.Drift;
import za.lexohub.readmodels.selfcheck.SelfCheckRows;

/** What is shown otherwise than its events say is found, and the event named. */
class SelfCheckIT {

  private static final String TENANT = "7a1d0c5e-0001-4000-8000-000000000001";

  /** More than these tests ever make: everything is drawn. */
  private static final int ALL = 5_000;

  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");
  private final Caller operator = stage.as("operator");
  private final Story story = new Story(thandi, stage.attorney());
  private final Engine engine = new Engine(stage);
  private final SelfCheckRows rows = stage.bean(SelfCheckRows.class);

  @Test
  void anAlteredRowIsFoundInOneRoundWithTheEventThatSaysOtherwise() {
    String invoice = story.invoiced(2_500_000, 250_000);
    story.sendInvoice(invoice, "{}");
    story.pay(invoice, 1_000_000);
    String matter = thandi.post("/api/v1/matters", story.form()).expect(201).id();
    engine.awaitRest();
    check();
    assertThat(drift("invoices", invoice)).as("of sound books").isEmpty();
    assertThat(drift("matters", matter)).isEmpty();

    change("invoices", invoice, "paid = paid + 100");
    check();

    Drift drift = drift("invoices", invoice).orElseThrow();
    assertThat(drift.fields()).isNotEmpty();
    assertThat(
            Sql.column(
                "select event_type from event_log where position = ? and aggregate_id = ?",
                drift.position(),
                invoice))
        .singleElement()
        .isIn("PaymentRecorded", "InvoicePartiallyPaid");
    assertThat(recorded("invoices", invoice)).hasSize(1);
    assertThat(recorded("invoices", invoice).getFirst())
        .contains("\"position\":" + drift.position());
    JsonNode shown = shown("invoices").path("lastSelfCheck");
    assertThat(shown.path("drifts").asLong()).isPositive();
    assertThat(shown.path("aggregates").asLong()).isPositive();
    Answer health = operator.get("/actuator/health").expect(200);
    assertThat(health.at("/components/selfCheck/status")).isEqualTo("DEGRADED");
    assertThat(health.number("/components/selfCheck/details/invoices")).isPositive();
    assertThat(
            operator
                .get("/actuator/metrics/lexohub.selfcheck.drift?tag=group:invoices")
                .expect(200)
                .number("/measurements/0/value"))
        .isPositive();

    engine.awaitRest();
    check();
    assertThat(recorded("invoices", invoice)).as("recorded once").hasSize(1);
    change("invoices", invoice, "paid = paid - 100");
    check();
    assertThat(drift("invoices", invoice)).isEmpty();
  }

  @Test
  void aLedgerThatHasAnotherBalanceThanTheInvoiceIsFound() {
    String invoice = story.invoiced(2_500_000, 250_000);
    story.sendInvoice(invoice, "{}");
    story.pay(invoice, 1_000_000);
    engine.awaitRest();
    check();
    assertThat(drift("ledger", invoice)).as("of sound books").isEmpty();

    book(invoice, 100);
    check();

    assertThat(drift("ledger", invoice).orElseThrow().fields()).containsExactly("balance");
    assertThat(drift("invoices", invoice)).isEmpty();
    assertThat(shown("ledger").path("lastSelfCheck").path("drifts").asLong()).isPositive();
    assertThat(recorded("ledger", invoice)).hasSize(1);

    book(invoice, -100);
    check();
    assertThat(drift("ledger", invoice)).isEmpty();
  }

  /** An entry that no event says. */
  private void book(String invoice, long cents) {
    stage
        .bean(TenantScope.class)
        .write(
            TENANT,
            jdbc ->
                jdbc.sql(
                        """
                        insert into ledger_entries
                          (tenant_id, id, version, created_at, updated_at, position, recorded_at,
                           entry_date, kind, invoice_id, amount)
                        values (?, ?, 1, now(), now(), 0, now(), current_date, 'DEBITED', ?, ?)\
                        """)
                    .params(TENANT, UUID.randomUUID(), UUID.fromString(invoice), cents)
                    .update());
  }

  @Test
  void ofWhatIsErasedBothSayTheSame() {
    Answer link = story.link();
    story.submit(link.at("/link/token"));
    String quote = Story.proForma(link.id());
    await().atMost(Story.PATIENCE).until(() -> story.status(link.id()).equals("SUBMITTED"));
    thandi.command(quote, "reject", "{\"reason\": \"out of practice\"}").expect(200);
    thandi
        .post(quote + "/erase-personal-data", "{\"reason\": \"asked for by the client\"}")
        .expect(200);
    engine.awaitRest();

    check();

    assertThat(drift("pro-formas", link.id())).isEmpty();
  }

  private void check() {
    assertThat(stage.bean(SelfCheck.class).round(50, ALL)).isPositive();
  }

  private Optional<Drift> drift(String group, String id) {
    return rows.drift(group, TENANT, id);
  }

  /** The findings in the log, as they are stored. */
  private static List<String> recorded(String group, String aggregate) {
    return Sql.column(
        "select convert_from(payload, 'UTF8') from event_log where tenant_id = 'operations'"
            + " and event_type = 'DriftFound' and convert_from(payload, 'UTF8') like ?"
            + " and convert_from(payload, 'UTF8') like ?",
        "%\"group\":\"" + group + "\"%",
        "%" + aggregate + "%");
  }

  private JsonNode shown(String group) {
    return thandi
        .get("/api/v1/projections")
        .expect(200)
        .json()
        .path("groups")
        .valueStream()
        .filter(one -> one.path("group").asString().equals(group))
        .findFirst()
        .orElseThrow();
  }

  private void change(String table, String id, String change) {
    int changed =
        stage
            .bean(TenantScope.class)
            .write(
                TENANT,
                jdbc ->
                    jdbc.sql("update " + table + " set " + change + " where id = ?")
                        .param(UUID.fromString(id))
                        .update());
    assertThat(changed).isEqualTo(1);
  }
}
