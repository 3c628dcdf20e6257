package za.lexohub.journeys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A practice's books leave as files: now, as they were, and for who may not know any names. */
class ExportsIT {
  private static final String BECAUSE = "{\"reason\": \"Mrs Dlamini is ill\"}";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> DATASETS =
      List.of(
          "matters",
          "invoices",
          "pro-formas",
          "work-items",
          "payments",
          "ledger",
          "credit-notes",
          "receipts");
  private static final List<String> REPORTS =
      List.of(
          "ageing",
          "outstanding",
          "revenue",
          "vat",
          "clients",
          "payment-behaviour",
          "wip",
          "time?groupBy=MATTER",
          "pipeline",
          "practice-health",
          "dashboard",
          "vat-registration");

  private final Stage stage = Stage.shared();
  private final Tokens tokens = new Tokens(stage);
  private final String tenant = "exports-" + UUID.randomUUID();
  private final Caller advocate = in(tenant, "advocate-senior");
  private final Story story = new Story(advocate, stage.attorney());
  private final Engine engine = new Engine(stage);

  private Caller in(String books, String role) {
    return Caller.with(tokens.of(books, role), stage.base());
  }

  /** Something of everything. */
  private String books() {
    advocate
        .post(
            "/api/v1/practice",
            """
            {"profile": "REFERRAL", "particulars": {"bar": "JOHANNESBURG", "name": "Adv Zanele Nkosi",
             "email": "zanele@nkosi.example", "address": "1 Fox Street, Johannesburg",
             "practiceNumber": "JHB0303", "vatNumber": "4030303030"}}
            """)
        .expect(201);
    String matter = story.matter();
    advocate
        .post(
            "/api/v1/matters/" + matter + "/time-entries",
            """
            {"minutes": 90, "rate": {"amount": 200000, "currency": "ZAR"},
             "description": "Consultation with Mrs Dlamini"}
            """)
        .expect(201);
    advocate
        .post(
            "/api/v1/pro-formas",
            """
            {"kind": "DRAFT", "matterType": "Estate late %1$s", "title": "%1$s trust",
             "narrative": "Heads of argument", "client": {"name": "%1$s"},
             "attorney": {"name": "Sipho Khumalo", "email": "%2$s", "address": "1 Fox Street"},
             "validUntil": "2099-01-01",
             "lines": [{"kind": "FEE", "description": "Opinion", "quantity": 2.5,
                        "rate": {"amount": 250000, "currency": "ZAR"}}]}
            """
                .formatted(story.client, story.email))
        .expect(201);
    String discarded = story.fixedFee(matter, 1_000);
    advocate.command(Story.invoice(discarded), "discard", BECAUSE).expect(200);
    advocate
        .post(
            "/api/v1/receipts",
            """
            {"amount": {"amount": 300000, "currency": "ZAR"}, "method": "EFT",
             "reference": "from Mrs Dlamini", "matterId": "%s"}
            """
                .formatted(matter))
        .expect(201);
    String invoice = story.fixedFee(matter, 500_000);
    story.sendInvoice(invoice, "{\"invoiceDate\": \"2024-09-01\"}");
    // It is overdue as soon as it is sent, and that changes it once more.
    await()
        .atMost(Story.PATIENCE)
        .until(() -> advocate.get(Story.invoice(invoice)).at("/status").equals("OVERDUE"));
    story.pay(invoice, 1_000);
    return invoice;
  }

  private void andOn(String invoice) {
    String payment = advocate.get(Story.invoice(invoice)).expect(200).at("/payments/0/id");
    advocate
        .command(Story.invoice(invoice), "payments/" + payment + "/reverse", BECAUSE)
        .expect(200);
    String note =
        advocate
            .post(
                Story.invoice(invoice) + "/credit-notes",
                """
                {"kind": "CREDIT", "amount": {"amount": 1000, "currency": "ZAR"},
                 "category": "BILLING_ERROR", "reason": "for Mrs Dlamini"}
                """)
            .expect(201)
            .header("Location");
    advocate.command(note, "issue", "{}").expect(200);
    story.matter();
  }

  private List<String> rows(String path) {
    List<String> lines = export(advocate, path, "ndjson").text().lines().toList();
    JsonNode trailer = JSON.readTree(lines.getLast()).path("trailer");
    assertThat(trailer.path("count").asInt()).isEqualTo(lines.size() - 1);
    return lines.subList(0, lines.size() - 1).stream().sorted().toList();
  }

  private static Answer export(Caller caller, String path, String format) {
    String and = path.contains("?") ? "&" : "?";
    return caller.get("/api/v1/" + path + and + "format=" + format).expect(200);
  }

  @Test
  void whatWasExportedThenIsWhatIsFoldedOfThenNow() {
    String invoice = books();
    engine.awaitRest();
    long then = engine.head();
    List<String> datasets = List.of("matters", "invoices", "pro-formas", "ledger", "payments");
    List<List<String>> before =
        datasets.stream().map(dataset -> rows("exports/" + dataset)).toList();
    assertThat(before).noneMatch(List::isEmpty);

    andOn(invoice);
    engine.awaitRest();
    long now = engine.head();

    for (String dataset : datasets) {
      String path = "exports/" + dataset;
      List<String> live = rows(path);
      assertThat(rows(path + "?asOfPosition=" + now)).as(dataset).isEqualTo(live);
      assertThat(rows(path + "?asOfPosition=" + then))
          .as(dataset)
          .isEqualTo(before.get(datasets.indexOf(dataset)));
      if (!dataset.equals("pro-formas")) {
        assertThat(live).as(dataset).isNotEqualTo(before.get(datasets.indexOf(dataset)));
      }
      Answer csv = export(advocate, path + "?asOfPosition=" + then, "csv");
      assertThat(csv.header("As-Of-Position")).isEqualTo(Long.toString(then));
      assertThat(csv.text()).startsWith("# asOfPosition=" + then + ",asOf=,dataset=" + dataset);
    }
    advocate
        .get("/api/v1/exports/ledger?asOfPosition=" + (now + 1_000_000))
        .refused(400, "invalid-parameter");
    assertThat(rows("exports/matters?asOf=2020-01-01T00:00:00Z")).isEmpty();
  }

  @Test
  void everyExportAndReportHasFourFormsAndKnowsItsOwnBooksAlone() {
    andOn(books());
    engine.awaitRest();
    Caller stranger = in("exports-" + UUID.randomUUID(), "advocate-senior");
    for (String dataset : DATASETS) {
      String path = "exports/" + dataset;
      List<String> rows = rows(path);
      assertThat(rows).as(dataset).isNotEmpty();
      JsonNode json = export(advocate, path, "json").json();
      assertThat(json.path("data")).as(dataset).hasSameSizeAs(rows);
      assertThat(json.path("count").asInt()).isEqualTo(rows.size());
      assertThat(export(advocate, path, "csv").text().lines().count())
          .as(dataset)
          .isGreaterThanOrEqualTo(rows.size() + 2);
      assertThatIsParquet(export(advocate, path, "parquet").bytes());
      assertThat(export(stranger, path, "ndjson").text()).contains("\"count\":0");
    }
    for (String report : REPORTS) {
      String path = "reports/" + report;
      assertThat(export(advocate, path, "csv").text()).startsWith("# asOfPosition=");
      assertThat(rows(path)).as(report).isNotEmpty();
      assertThatIsParquet(export(advocate, path, "parquet").bytes());
      assertThat(export(advocate, path, "json").text())
          .isEqualTo(advocate.get("/api/v1/" + path).expect(200).text());
    }
    JsonNode revenue = advocate.get("/api/v1/reports/revenue?basis=CASH").expect(200).json();
    List<JsonNode> summary =
        rows("reports/revenue?basis=CASH").stream()
            .map(JSON::readTree)
            .filter(row -> row.path("section").asString().equals("summary"))
            .toList();
    assertThat(summary).hasSize(1);
    assertThat(summary.getFirst().path("totalsNetCents").asLong())
        .isEqualTo(revenue.at("/totals/net/amount").asLong());
  }

  private static void assertThatIsParquet(byte[] file) {
    byte[] magic = "PAR1".getBytes(US_ASCII);
    assertThat(file).startsWith(magic).endsWith(magic);
    assertThat(file.length).isGreaterThan(100);
  }

  private void assertThatNobodyIsIn(String text, String where) {
    assertThat(text)
        .as(where)
        .doesNotContain(story.client, story.email, "Khumalo", "Zanele", "@", "proof")
        .doesNotContainIgnoringCase("dlamini")
        .doesNotContain("Transit", "Heads of argument", "Opinion trust", "Fox Street", "Estate");
  }

  @Test
  void anAnalystFindsNobodyAnywhere() {
    andOn(books());
    engine.awaitRest();
    Caller analyst = in(tenant, "analyst");
    String pseudonym =
        Sql.column("select analytics.pseudonym(?, ?)", tenant, story.client).getFirst();
    for (String path :
        Stream.concat(
                DATASETS.stream().map(dataset -> "exports/" + dataset),
                REPORTS.stream().map(report -> "reports/" + report))
            .toList()) {
      for (String format : List.of("json", "csv", "ndjson")) {
        assertThatNobodyIsIn(export(analyst, path, format).text(), path + " as " + format);
      }
      byte[] parquet = export(analyst, path, "parquet").bytes();
      assertThatIsParquet(parquet);
      String read = ParquetText.of(parquet);
      assertThat(read.lines()).as(path).hasSizeGreaterThan(1);
      assertThatNobodyIsIn(read, path + " as Parquet");
    }
    for (String past : List.of("matters", "invoices", "pro-formas")) {
      assertThat(
              export(analyst, "exports/" + past + "?asOfPosition=" + engine.head(), "csv").text())
          .contains(pseudonym)
          .doesNotContainIgnoringCase("dlamini")
          .doesNotContain("Khumalo", "@");
    }
    assertThat(analyst.get("/api/v1/exports/matters?matterType=Estate").status()).isEqualTo(403);
    for (String named :
        List.of(
            "exports/matters",
            "exports/payments",
            "reports/clients",
            "reports/outstanding",
            "reports/wip",
            "reports/dashboard",
            "reports/payment-behaviour")) {
      assertThat(export(analyst, named, "json").text()).as(named).contains(pseudonym);
    }
    assertThat(analyst.get("/api/v1/matters").status())
        .as("the books themselves stay closed")
        .isEqualTo(403);
  }
}
