package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A practice's books over HTTP, and its reports against figures worked out by hand. */
class ReportsIT {
  private static final String BECAUSE = "{\"reason\": \"a good one\"}";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Stage stage = Stage.shared();
  private final String tenant = "reports-" + UUID.randomUUID();
  private final Caller advocate =
      Caller.with(new Tokens(stage).of(tenant, "advocate-senior"), stage.base());
  private final Story story = new Story(advocate, stage.attorney());

  private String matterId = "";

  private void aPractice() {
    advocate
        .post(
            "/api/v1/practice",
            """
            {"profile": "REFERRAL", "particulars": {"bar": "JOHANNESBURG", "name": "Adv Zanele Nkosi",
             "email": "zanele@nkosi.example", "address": "1 Fox Street, Johannesburg",
             "practiceNumber": "JHB0303", "vatNumber": "4030303030"}}
            """)
        .expect(201);
    advocate
        .command(
            "/api/v1/practice",
            "change-vat-registration",
            "{\"registered\": true, \"from\": \"2018-03-01\"}")
        .expect(200);
    advocate
        .command(
            "/api/v1/practice", "set-overpayment-policy", "{\"policy\": \"CREDIT_UNALLOCATED\"}")
        .expect(200);
    matterId = advocate.post("/api/v1/matters", story.form()).expect(201).id();
  }

  private String invoice(long fee, String date) {
    String id =
        advocate
            .post(
                "/api/v1/invoices",
                """
                {"source": "FIXED_FEE", "matterId": "%s", "invoiceType": "INTERIM",
                 "title": "Opinion", "narrative": "As agreed for the opinion",
                 "lines": [{"kind": "FEE", "description": "Opinion", "quantity": 1,
                            "rate": {"amount": %d, "currency": "ZAR"}}]}
                """
                    .formatted(matterId, fee))
            .expect(201)
            .id();
    story.sendInvoice(id, "{\"invoiceDate\": \"" + date + "\"}");
    return id;
  }

  private static String cents(long cents) {
    return "{\"amount\": " + cents + ", \"currency\": \"ZAR\"}";
  }

  private void paidByRetainer(String invoice) {
    String retainer =
        advocate
            .post(
                "/api/v1/matters/" + matterId + "/retainers",
                """
                {"type": "PROJECT", "amount": {"amount": 800000, "currency": "ZAR"},
                 "startsOn": "2026-01-01", "terms": "For the opinion"}
                """)
            .expect(201)
            .header("Location");
    advocate
        .command(
            retainer,
            "deposit",
            "{\"matterId\": \"%s\", \"amount\": %s, \"method\": \"EFT\", \"depositedOn\": \"2026-01-06\"}"
                .formatted(matterId, cents(800_000)))
        .expect(200);
    assertThat(cash().path("totals").path("received").path("amount").asLong())
        .as("a deposit is the client's own money")
        .isZero();
    advocate
        .command(
            retainer,
            "draw-down",
            "{\"invoiceId\": \"%s\", \"amount\": %s, \"drawnOn\": \"2026-01-20\"}"
                .formatted(invoice, cents(500_000)))
        .expect(200);
  }

  /** Out of a receipt, and taken back. */
  private void paidInVain(String invoice) {
    String receipt =
        advocate
            .post(
                "/api/v1/receipts",
                "{\"amount\": %s, \"method\": \"EFT\"}".formatted(cents(300_000)))
            .expect(201)
            .header("Location");
    String payment =
        advocate
            .command(
                receipt,
                "allocate",
                "{\"invoiceId\": \"%s\", \"amount\": %s}".formatted(invoice, cents(300_000)))
            .expect(200)
            .at("/paymentId");
    advocate
        .command(Story.invoice(invoice), "payments/" + payment + "/reverse", BECAUSE)
        .expect(200);
  }

  private JsonNode report(String path) {
    return advocate.get("/api/v1/reports/" + path).expect(200).json();
  }

  private JsonNode cash() {
    return report("revenue?basis=CASH&from=2026-01-01&to=2035-12-31&interval=MONTH");
  }

  private static long amount(JsonNode report, String pointer) {
    JsonNode node = report.at(pointer + "/amount");
    assertThat(node.isMissingNode()).as("%s in %s", pointer, report).isFalse();
    return node.asLong();
  }

  @Test
  void theReportsOfAPracticeAddUp() {
    aPractice();
    String paid = invoice(1_000_000, "2026-01-05");
    paidByRetainer(paid);
    paidInVain(paid);
    String then = advocate.get(Story.invoice(paid)).expect(200).header("Projection-Position");
    // R 500 more than is open: the rest belongs to no invoice, and is no revenue.
    advocate
        .command(
            Story.invoice(paid),
            "payments",
            "{\"amount\": %s, \"method\": \"EFT\", \"paymentDate\": \"2026-02-03\"}"
                .formatted(cents(700_000)))
        .expect(200);
    String open = invoice(500_000, "2026-02-10");
    String note =
        advocate
            .post(
                Story.invoice(open) + "/credit-notes",
                "{\"kind\": \"CREDIT\", \"amount\": %s, \"category\": \"BILLING_ERROR\", \"reason\": \"x\"}"
                    .formatted(cents(115_000)))
            .expect(201)
            .header("Location");
    advocate.command(note, "issue", "{}").expect(200);
    advocate
        .command(
            Story.invoice(open),
            "write-off",
            "{\"amount\": %s, \"reason\": \"x\"}".formatted(cents(60_000)))
        .expect(200);
    String wrong = invoice(500_000, "2026-02-11");
    advocate.command(Story.invoice(wrong), "void", BECAUSE).expect(200);

    JsonNode cash = cash();
    assertThat(amount(cash, "/totals/received")).isEqualTo(1_450_000);
    assertThat(amount(cash, "/totals/reversed")).isEqualTo(300_000);
    assertThat(amount(cash, "/totals/net")).isEqualTo(1_150_000);
    assertThat(amount(cash, "/totals/vat")).isEqualTo(150_000);
    assertThat(cash.path("periods").get(1).path("period").asString()).isEqualTo("2026-02");
    assertThat(amount(cash, "/periods/1/received")).isEqualTo(650_000);
    JsonNode accrued = report("revenue?basis=ACCRUAL&from=2026-01-01&to=2035-12-31&interval=YEAR");
    assertThat(amount(accrued, "/totals/invoiced")).isEqualTo(2_300_000);
    assertThat(amount(accrued, "/totals/voided")).isEqualTo(575_000);
    assertThat(amount(accrued, "/totals/creditNotes")).isEqualTo(115_000);
    assertThat(amount(accrued, "/totals/writtenOff")).isEqualTo(60_000);
    assertThat(amount(accrued, "/totals/net")).isEqualTo(1_610_000);
    assertThat(accrued.path("paidCount").asLong()).isOne();
    assertThat(accrued.path("unpaidCount").asLong()).isOne();

    JsonNode ageing = report("ageing");
    assertThat(amount(ageing, "/total")).isEqualTo(1_610_000 - 60_000 - 1_150_000);
    JsonNode outstanding = report("outstanding?limit=1");
    assertThat(outstanding.at("/data/0/id").asString()).isEqualTo(open);
    assertThat(outstanding.at("/data/0/client").asString()).isEqualTo(story.client);
    assertThat(amount(outstanding, "/data/0/balance")).isEqualTo(400_000);
    assertThat(amount(report("ageing?asOfPosition=" + then), "/total")).isEqualTo(650_000);

    String year = "&from=2026-01-01&to=2035-12-31";
    assertThat(amount(report("vat?basis=PAYMENTS" + year), "/outputTax")).isEqualTo(150_000);
    assertThat(amount(report("vat?basis=INVOICE" + year), "/outputTax"))
        .isEqualTo(150_000 + 75_000 - 15_000 - 7_826);
    assertThat(advocate.ids("/api/v1/invoices?total%5Blte%5D=575000"))
        .containsExactlyInAnyOrder(open, wrong);
    assertThat(advocate.ids("/api/v1/invoices?total%5Bgt%5D=575000")).containsExactly(paid);
    theVatThresholdIsFar();
    theOthersAgree(open);
  }

  /** The note and the voiding count on the day they were made, which is later than these. */
  private void theVatThresholdIsFar() {
    JsonNode then = report("vat-registration?on=2026-03-31");
    assertThat(then.path("from").asString()).isEqualTo("2025-04-01");
    assertThat(amount(then, "/supplies")).isEqualTo(2_000_000);
    assertThat(amount(then, "/compulsoryAbove")).isEqualTo(100_000_000);
    assertThat(then.path("state").asString()).isEqualTo("BELOW");
    assertThat(then.path("registered").asBoolean()).isTrue();
    assertThat(amount(report("vat-registration?on=2026-04-01"), "/compulsoryAbove"))
        .isEqualTo(230_000_000);
    JsonNode longAgo = report("vat-registration?on=2010-02-28");
    assertThat(longAgo.path("state").isNull()).isTrue();
    assertThat(longAgo.path("registered").asBoolean()).isFalse();
  }

  private void theOthersAgree(String open) {
    String year = "?from=2026-01-01&to=2035-12-31";
    JsonNode clients = report("clients" + year);
    assertThat(clients.at("/clients/0/client").asString()).isEqualTo(story.client);
    assertThat(amount(clients, "/clients/0/received")).isEqualTo(1_150_000);
    assertThat(amount(clients, "/clients/0/invoiced")).isEqualTo(1_610_000);
    assertThat(amount(clients, "/clients/0/balance")).isEqualTo(400_000);
    JsonNode behaviour = report("payment-behaviour" + year);
    assertThat(behaviour.path("paidCount").asLong()).isOne();
    assertThat(behaviour.at("/overdue/0/invoiceId").asString()).isEqualTo(open);
    JsonNode dashboard = report("dashboard");
    assertThat(amount(dashboard, "/snapshot/outstanding")).isEqualTo(400_000);
    assertThat(dashboard.at("/totals/invoices").asLong()).isEqualTo(3);
    assertThat(dashboard.at("/activeMatters/0/matterId").asString()).isEqualTo(matterId);
    advocate
        .post(
            "/api/v1/matters/" + matterId + "/time-entries",
            """
            {"minutes": 90, "rate": {"amount": 200000, "currency": "ZAR"},
             "description": "Consultation with the client"}
            """)
        .expect(201);
    assertThat(amount(report("wip"), "/total")).isEqualTo(300_000);
    assertThat(amount(report("time?groupBy=MATTER"), "/totals/billable")).isEqualTo(300_000);
    assertThat(report("practice-health").path("wipByMatterAge")).hasSize(4);
    assertThat(report("pipeline").path("sent").asLong()).isZero();
    Answer waits = advocate.get("/api/v1/workflow/attention").expect(200);
    assertThat(waits.number("/invoicesOverdue")).isOne();
    assertThat(waits.number("/mattersWithoutProForma")).isOne();
  }

  /** Whatever the journeys before have done: what they say of an account is the same everywhere. */
  @Test
  void theLedgerAddsUpToTheBalanceOfEveryInvoice() {
    story.pay(issued(), 100);
    new Engine(stage).awaitApplied("invoices", "ledger");
    Map<String, Long> open = new HashMap<>();
    Set<String> onAccount =
        Set.of(
            "INVOICED", "VOIDED", "PAID", "PAYMENT_REVERSED", "CREDITED", "DEBITED", "WRITTEN_OFF");
    for (String row : Sql.rows("ledger_entries")) {
      JsonNode entry = JSON.readTree(row);
      if (onAccount.contains(entry.path("kind").asString())) {
        open.merge(entry.path("invoice_id").asString(), entry.path("amount").asLong(), Long::sum);
      }
    }
    List<String> invoices = Sql.rows("invoices");
    int compared = 0;
    for (String row : invoices) {
      JsonNode invoice = JSON.readTree(row);
      if (!Set.of("DRAFT", "DISCARDED").contains(invoice.path("lifecycle").asString())) {
        compared++;
        assertThat(open.get(invoice.path("id").asString()))
            .as(row)
            .isEqualTo(invoice.path("balance").asLong());
      }
    }
    assertThat(compared).isPositive();
    assertThat(open).hasSize(compared);
  }

  private String issued() {
    aPractice();
    return invoice(100_000, "2026-01-05");
  }
}
