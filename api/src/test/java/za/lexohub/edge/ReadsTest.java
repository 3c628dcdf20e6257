package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How reads answer when they are asked wrongly, too early, or of a store that is away. */
class ReadsTest extends EdgeTest {
  private static final String COUNTS = "/api/v1/workflow/counts";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/invoices?stauts=SENT",
        "/api/v1/invoices?status=SOLD",
        "/api/v1/invoices?limit=0",
        "/api/v1/invoices?limit=501",
        "/api/v1/invoices?limit=many",
        "/api/v1/invoices?sort=colour",
        "/api/v1/invoices?dueDate[gte]=tomorrow",
        "/api/v1/invoices?dueDate[near]=2026-01-01",
        "/api/v1/invoices?dueDate[gte]=0000-01-01",
        "/api/v1/invoices?dueDate[lt]=%2B999999999-12-31",
        "/api/v1/invoices?dueDate[lt]=2200-01-01",
        "/api/v1/search/facets?from=1899-12-31",
        "/api/v1/search/facets?to=%2B999999999-12-31",
        "/api/v1/invoices?matterId=7",
        "/api/v1/invoices?status=SENT&status=PAID",
        "/api/v1/matters?archived=perhaps",
        "/api/v1/pro-formas?urgency=now",
        "/api/v1/workflows?state=LOST",
        "/api/v1/search?q=x",
        "/api/v1/search?q=dlamini&type=BOOK",
        "/api/v1/search?type=MATTER",
        "/api/v1/search?q=dlamini&sort=title",
        "/api/v1/search?q=dlamini&amount[gte]=much",
        "/api/v1/search?q=dlamini&amount[gte]=2&amount[lt]=1",
        "/api/v1/search?q=dlamini&from=2026-02-01&to=2026-01-01",
        "/api/v1/search/facets?q=x",
        "/api/v1/search/facets?interval=DAY",
        "/api/v1/search/facets?interval=HOUR",
        "/api/v1/search/suggestions?q=d",
        "/api/v1/search/suggestions",
        "/api/v1/search/facets?from=2026-02-01&to=2026-01-01",
        "/api/v1/workflow/counts?x=1",
        "/api/v1/workflow/attention?x=1",
        "/api/v1/matters?urgent=perhaps",
        "/api/v1/matters?withTotal=perhaps",
        "/api/v1/workflows?withTotal=true",
        "/api/v1/matters?bar=PUB",
        "/api/v1/matters?deadline[gte]=soon",
        "/api/v1/matters?estimate[gte]=ten",
        "/api/v1/invoices?total[lte]=1.5",
        "/api/v1/reports/ageing?on=tomorrow",
        "/api/v1/reports/ageing?asOf=2026-01-01T00:00:00Z&asOfPosition=3",
        "/api/v1/reports/outstanding?bar=PUB",
        "/api/v1/reports/outstanding?sort=colour",
        "/api/v1/reports/revenue?basis=HOPE",
        "/api/v1/reports/revenue?interval=WEEK",
        "/api/v1/reports/revenue?from=2026-02-01&to=2026-01-31",
        "/api/v1/reports/revenue?from=2010-01-01&to=2026-01-31",
        "/api/v1/reports/vat?basis=CASH",
        "/api/v1/reports/vat?asOfPosition=0",
        "/api/v1/reports/time?groupBy=MOOD",
        "/api/v1/reports/wip?on=2026-01-01",
        "/api/v1/reports/pipeline?asOfPosition=3",
        "/api/v1/reports/clients?from=x",
        "/api/v1/reports/payment-behaviour?month=1",
        "/api/v1/reports/practice-health?on=2026-01-01",
        "/api/v1/reports/dashboard?x=1",
        "/api/v1/reports/vat-registration?on=soon",
        "/api/v1/reports/vat-registration?asOfPosition=3",
        "/api/v1/reports/revenue?format=xml",
        "/api/v1/reports/outstanding?format=csv&limit=5",
        "/api/v1/reports/outstanding?format=ndjson&sort=balance",
        "/api/v1/exports/matters?stauts=ACTIVE",
        "/api/v1/exports/matters?limit=5",
        "/api/v1/exports/matters?format=excel",
        "/api/v1/exports/matters?status=SOLD",
        "/api/v1/exports/matters?asOfPosition=51",
        "/api/v1/exports/matters?asOfPosition=0",
        "/api/v1/exports/matters?asOfPosition=5&status=ACTIVE",
        "/api/v1/exports/matters?asOf=2026-01-01T00:00:00Z&asOfPosition=5",
        "/api/v1/exports/invoices?total[gte]=ten",
        "/api/v1/exports/pro-formas?urgency=now",
        "/api/v1/exports/work-items?asOfPosition=5",
        "/api/v1/exports/credit-notes?asOf=2026-01-01T00:00:00Z",
        "/api/v1/exports/receipts?open=perhaps",
        "/api/v1/exports/payments?date[gte]=soon",
        "/api/v1/exports/ledger?kind=GOLD"
      })
  void aParameterThatIsNotKnownOrNotReadableIsRefused(String path) {
    Reply reply = get(path).as("thandi").send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("invalid-parameter");
    assertThat(reply.pointer()).isNotEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "%%%25", "e30", "eyJzb3J0IjoiLWNyZWF0ZWRBdCJ9", "AAAA.BBBB"})
  void aCursorOfSomebodyElsesMakingIsRefused(String cursor) {
    String encoded = cursor.replace("%", "%25");
    Reply reply = get("/api/v1/invoices?after=" + encoded).as("thandi").send();
    Reply search = get("/api/v1/search?q=dlamini&after=" + encoded).as("thandi").send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("invalid-cursor");
    assertThat(search.code()).isEqualTo("invalid-cursor");
  }

  @Test
  void aReadThatIsFreshEnoughSaysHowFresh() {
    Reply reply = get(COUNTS).as("thandi").header("Consistency-Token", "41").send();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Projection-Position")).isEqualTo("41");
    assertThat(reply.header("Projection-Lag")).isEqualTo("9");
    assertThat(reply.json().path("unpaidCount").asInt()).isEqualTo(4);
  }

  @Test
  void aReadThatWouldBeStaleIsRefusedForNow() {
    Reply reply =
        get(COUNTS)
            .as("thandi")
            .header("Consistency-Token", "42")
            .header("Prefer", "wait=0")
            .send();

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("not-yet-applied");
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(reply.header("Projection-Position")).isEqualTo("41");
  }

  @ParameterizedTest
  @ValueSource(strings = {COUNTS, "/api/v1/search?q=dlamini", "/api/v1/search/facets"})
  void aTokenThatNobodyCanHaveGotIsRefusedAtOnce(String path) {
    Reply reply =
        get(path).as("thandi").header("Consistency-Token", "51").header("Prefer", "wait=10").send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("invalid-header");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "99999999999999999999", "1.5"})
  void aTokenThatIsNoneIsRefused(String token) {
    Reply reply = get(COUNTS).as("thandi").header("Consistency-Token", token).send();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("invalid-header");
  }

  @Test
  void aDatabaseThatIsAwayIsNotOurFault() {
    for (String path :
        new String[] {
          "/api/v1/stream",
          "/api/v1/projections",
          "/api/v1/invoices",
          "/api/v1/matters?status=ACTIVE,SETTLED&openedOn[gte]=2026-01-01&sort=-openedOn",
          "/api/v1/pro-formas/" + UUID.randomUUID(),
          "/api/v1/workflows",
          "/api/v1/reports/outstanding?on=2026-01-31&bar=JOHANNESBURG&clientName=dlamini",
          "/api/v1/reports/revenue?basis=CASH&from=2026-01-01&to=2026-12-31&interval=QUARTER",
          "/api/v1/reports/vat?basis=PAYMENTS&asOfPosition=40",
          "/api/v1/reports/dashboard",
          "/api/v1/workflow/attention",
          "/api/v1/reports/vat-registration?on=2026-11-22",
          "/api/v1/reports/outstanding?format=csv",
          "/api/v1/reports/revenue?format=parquet",
          "/api/v1/exports/matters?format=csv",
          "/api/v1/exports/invoices?status=OVERDUE",
          "/api/v1/exports/pro-formas?format=ndjson",
          "/api/v1/exports/work-items?format=parquet&date[gte]=2026-01-01",
          "/api/v1/exports/payments?asOfPosition=40",
          "/api/v1/exports/ledger?kind=PAID,INVOICED",
          "/api/v1/exports/credit-notes",
          "/api/v1/exports/receipts?open=true"
        }) {
      Reply reply = get(path).as("thandi").send();
      assertThat(reply.status()).as(reply.text()).isEqualTo(503);
      assertThat(reply.code()).isEqualTo("unavailable");
      assertThat(reply.header("Retry-After")).isNotEmpty();
      assertThat(reply.text()).doesNotContain("10.0.0.7").doesNotContain("select");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/search?q=dlamini",
        "/api/v1/search?q=dlamini&type=INVOICE",
        "/api/v1/search/facets?type=INVOICE",
        "/api/v1/search/suggestions?q=dlamini"
      })
  void aSearchThatIsBeingFilledAnewAnswersNobody(String path) {
    Reply reply = get(path).as("thandi").header("Prefer", "wait=0").send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("not-yet-applied");
    assertThat(reply.header("Retry-After")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/search?q=dlamini&type=MATTER",
        "/api/v1/search/facets",
        "/api/v1/search/suggestions?q=dlamini&type=MATTER"
      })
  void aSearchThatIsAwayWithPostgresIsNotOurFault(String path) {
    Reply reply = get(path).as("thandi").send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("unavailable");
    assertThat(reply.header("Retry-After")).isNotEmpty();
  }
}
