package za.lexohub.projectors.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.lexohub.projectors.TestStores;
import za.lexohub.readmodels.report.Ageing;
import za.lexohub.readmodels.report.AttentionViews;
import za.lexohub.readmodels.report.Dashboard;
import za.lexohub.readmodels.report.DashboardViews;
import za.lexohub.readmodels.report.Pipeline;
import za.lexohub.readmodels.report.PipelineViews;
import za.lexohub.readmodels.report.PracticeHealth;
import za.lexohub.readmodels.report.Span;
import za.lexohub.readmodels.report.TimeReport;
import za.lexohub.readmodels.report.VatSupplies;
import za.lexohub.readmodels.report.VatViews;
import za.lexohub.readmodels.report.WipReport;
import za.lexohub.readmodels.report.WorkReportViews;

/** The same practice's work, quotes, dashboard and supplies, against figures worked out by hand. */
class PracticeMonthIT {

  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
  private static final Span MARCH = span("2026-03-01", "2026-03-31");
  private static final Span APRIL = span("2026-04-01", "2026-04-30");

  private static TestStores stores;
  private static Month books;

  @BeforeAll
  static void writeTheBooks() {
    stores = TestStores.open();
    books = new March(stores).books;
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  private static Span span(String from, String to) {
    return new Span(LocalDate.parse(from), LocalDate.parse(to));
  }

  @Test
  void work_that_waits_is_measured_against_the_estimate() {
    WipReport wip = new WorkReportViews(stores.scope).wip(books.tenant, TODAY);
    assertThat(wip.total()).isEqualTo(cents(536_000));
    assertThat(wip.brackets()).extracting(Ageing.Bracket::count).containsExactly(0L, 1L, 0L, 0L);
    WipReport.Matter matter = wip.matters().getFirst();
    assertThat(matter.minutes()).isEqualTo(90);
    assertThat(matter.time()).isEqualTo(cents(375_000));
    assertThat(matter.services()).isEqualTo(cents(150_000));
    assertThat(matter.disbursements()).isEqualTo(cents(11_000));
    assertThat(matter.oldest()).isEqualTo("2026-02-20");
    assertThat(matter.days()).isEqualTo(40);
    assertThat(matter.bracket()).isEqualTo("31-60");
    assertThat(matter.estimate()).isEqualTo(cents(1_000_000));
    assertThat(matter.percentUsed()).isEqualByComparingTo("62.5");
  }

  @Test
  void time_is_realised_when_it_is_billed() {
    WorkReportViews views = new WorkReportViews(stores.scope);
    Span span = span("2026-02-01", "2026-03-31");
    TimeReport months = views.time(books.tenant, span, TimeReport.GroupBy.MONTH);
    assertThat(months.groups())
        .containsExactly(
            new TimeReport.Group(
                "2026-02",
                "2026-02",
                90,
                cents(375_000),
                cents(375_000),
                cents(0),
                cents(0),
                new BigDecimal("0.0")),
            new TimeReport.Group(
                "2026-03",
                "2026-03",
                120,
                cents(550_000),
                cents(300_000),
                cents(100_000),
                cents(50_000),
                new BigDecimal("33.3")));
    assertThat(months.totals().minutes()).isEqualTo(210);
    assertThat(months.totals().billable()).isEqualTo(cents(675_000));
    assertThat(months.totals().realisationPercent()).isEqualByComparingTo("14.8");
    assertThat(views.time(books.tenant, span, TimeReport.GroupBy.CATEGORY).groups())
        .extracting(TimeReport.Group::key, group -> group.logged().amount())
        .containsExactly(tuple("DRAFTING", 200_000L), tuple("TIME", 725_000L));
    assertThat(views.time(books.tenant, span, TimeReport.GroupBy.MATTER).groups())
        .singleElement()
        .returns("JHB/2026/001", TimeReport.Group::label);
  }

  @Test
  void the_pipeline_tells_where_quotes_stand_and_how_many_were_accepted() {
    Pipeline march = new PipelineViews(stores.scope).pipeline(books.tenant, MARCH);
    assertThat(march.stages().stream().filter(stage -> stage.count() > 0))
        .extracting(Pipeline.Stage::name, stage -> stage.value().amount())
        .containsExactly(
            tuple("DRAFT", 3_162_500L),
            tuple("ACCEPTED", 3_162_500L),
            tuple("DECLINED", 3_162_500L),
            tuple("EXPIRED", 3_162_500L));
    assertThat(march.stages()).hasSize(11);
    assertThat(List.of(march.sent(), march.accepted(), march.declined(), march.expired()))
        .containsExactly(3L, 1L, 1L, 1L);
    assertThat(march.conversionPercent()).isEqualByComparingTo("33.3");
    assertThat(march.medianDaysToAcceptance()).isEqualByComparingTo("4");
    Pipeline april = new PipelineViews(stores.scope).pipeline(books.tenant, APRIL);
    assertThat(april.sent()).isZero();
    assertThat(april.conversionPercent()).isNull();
  }

  @Test
  void the_health_of_the_practice_shows_where_work_rests() {
    WorkReportViews views = new WorkReportViews(stores.scope);
    PracticeHealth now = views.health(books.tenant, TODAY);
    assertThat(now.wipByMatterAge())
        .extracting(bracket -> bracket.total().amount())
        .containsExactly(0L, 0L, 536_000L, 0L);
    assertThat(now.averageDaysToFirstInvoice()).isEqualByComparingTo("26");
    assertThat(now.claimsPrescribing()).isOne();
    assertThat(now.debtsPrescribing()).isZero();
    assertThat(now.idle()).isEmpty();
    assertThat(views.health(books.tenant, LocalDate.of(2026, 4, 24)).idle()).isEmpty();
    assertThat(views.health(books.tenant, LocalDate.of(2026, 4, 25)).idle())
        .singleElement()
        .returns(cents(536_000), PracticeHealth.Idle::wip)
        .returns(31, PracticeHealth.Idle::days);
  }

  @Test
  void the_dashboard_shows_the_practice_at_a_glance() {
    Dashboard now = new DashboardViews(stores.scope).dashboard(books.tenant, TODAY);
    assertThat(now.totals()).isEqualTo(new Dashboard.Totals(1, 4, 5));
    assertThat(now.urgent()).isEqualTo(new Dashboard.Urgent(0, 1, cents(2_185_000), 0));
    assertThat(now.thisWeek()).isEqualTo(new Dashboard.Week(1, 1, cents(200_000), 0));
    assertThat(now.snapshot())
        .isEqualTo(
            new Dashboard.Snapshot(
                3,
                cents(2_445_000),
                2,
                cents(2_245_000),
                1,
                cents(536_000),
                cents(0),
                cents(200_000)));
    assertThat(now.activeMatters())
        .singleElement()
        .returns("JHB/2026/001", Dashboard.ActiveMatter::reference)
        .returns(LocalDate.of(2026, 3, 2), Dashboard.ActiveMatter::lastActivity)
        .returns(true, Dashboard.ActiveMatter::stale);
    assertThat(now.pendingActions()).isEqualTo(new Dashboard.Pending(0, 0, 0, 0));
    // 3 March to 1 April.
    assertThat(now.lastThirtyDays().invoiced()).isEqualTo(cents(430_000));
    assertThat(now.lastThirtyDays().received()).isEqualTo(cents(1_390_000));
    assertThat(now.lastThirtyDays().averageDaysToFirstInvoice()).isNull();
  }

  @Test
  void what_waits_is_counted_by_the_day() {
    var clock = Clock.fixed(Instant.parse("2026-03-31T22:30:00Z"), ZoneOffset.UTC);
    var waits = new AttentionViews(stores.scope, clock).attention(books.tenant, UUID.randomUUID());
    assertThat(waits.mattersWithoutProForma()).isOne();
    assertThat(waits.proFormasAccepted()).isOne();
    assertThat(waits.invoicesOverdue()).isEqualTo(2);
    assertThat(waits.dueWithin7Days()).isOne();
    assertThat(waits.courtDatesWithin7Days()).isOne();
    assertThat(waits.invoiceDrafts()).isZero();
    assertThat(waits.asOf()).isEqualTo(clock.instant());
  }

  /** Written off is supplied all the same, and so is what was supplied by no vendor. */
  @ParameterizedTest
  @CsvSource({
    "2025-03-01, 2024-03-02, 0",
    "2025-02-28, 2024-03-01, 0",
    "2025-12-01, 2024-12-02, 2000000",
    "2026-03-01, 2025-03-02, 3500000",
    "2026-03-15, 2025-03-16, 3400000",
    "2026-03-16, 2025-03-17, 3200000",
    "2026-03-31, 2025-04-01, 3400000",
    "2026-11-30, 2025-12-01, 3400000",
    "2026-12-01, 2025-12-02, 1400000",
    "2027-02-10, 2026-02-11, 400000"
  })
  void what_was_supplied_in_twelve_months_is_told_without_vat(
      LocalDate on, LocalDate from, long value) {
    assertThat(new VatViews(stores.scope).supplies(books.tenant, on))
        .isEqualTo(new VatSupplies(from, on, cents(value)));
  }

  /** As the read side has it. */
  private static za.lexohub.readmodels.money.Money cents(long cents) {
    return za.lexohub.readmodels.money.Money.cents(cents);
  }
}
