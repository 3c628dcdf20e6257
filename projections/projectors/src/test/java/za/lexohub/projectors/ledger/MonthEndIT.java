package za.lexohub.projectors.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.lexohub.projectors.TestStores;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.report.Ageing;
import za.lexohub.readmodels.report.AsOf;
import za.lexohub.readmodels.report.ClientRevenue;
import za.lexohub.readmodels.report.ClientViews;
import za.lexohub.readmodels.report.Dashboard;
import za.lexohub.readmodels.report.DashboardViews;
import za.lexohub.readmodels.report.OutstandingFilter;
import za.lexohub.readmodels.report.OutstandingInvoice;
import za.lexohub.readmodels.report.OutstandingSort;
import za.lexohub.readmodels.report.OutstandingViews;
import za.lexohub.readmodels.report.PaymentBehaviour;
import za.lexohub.readmodels.report.Revenue;
import za.lexohub.readmodels.report.RevenueViews;
import za.lexohub.readmodels.report.Span;
import za.lexohub.readmodels.report.VatReport;
import za.lexohub.readmodels.report.VatViews;

/** One practice's month end, in money, against figures worked out by hand. */
class MonthEndIT {

  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
  private static final Span MARCH = span("2026-03-01", "2026-03-31");
  private static final Span APRIL = span("2026-04-01", "2026-04-30");

  private static TestStores stores;
  private static Month books;
  private static long beforeLastPayment;

  @BeforeAll
  static void writeTheBooks() {
    stores = TestStores.open();
    March march = new March(stores);
    books = march.books;
    beforeLastPayment = march.beforeLastPayment;
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  private static Span span(String from, String to) {
    return new Span(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static OutstandingFilter open(String on) {
    return new OutstandingFilter(LocalDate.parse(on), AsOf.NOW, null, null);
  }

  private static Ageing ageing(OutstandingFilter filter) {
    return new OutstandingViews(stores.scope).ageing(books.tenant, filter);
  }

  private static String bracketed(Ageing ageing) {
    StringBuilder text = new StringBuilder();
    ageing
        .brackets()
        .forEach(it -> text.append(it.count()).append(':').append(it.total().amount()).append(' '));
    return text.toString().strip();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-30, 0:0 0:0 0:0 0:0 0:0",
    "2026-02-28, 1:1150000 0:0 1:2300000 0:0 0:0",
    "2026-03-31, 2:505000 0:0 0:0 1:2185000 0:0",
    "2026-04-01, 1:200000 1:60000 0:0 0:0 1:2185000",
    "2026-04-30, 0:0 2:260000 0:0 0:0 1:2185000",
    "2026-05-01, 0:0 1:200000 1:60000 0:0 1:2185000"
  })
  void what_is_open_ages_by_the_day(String on, String brackets) {
    Ageing ageing = ageing(open(on));
    assertThat(bracketed(ageing)).isEqualTo(brackets);
    assertThat(ageing.total().amount())
        .isEqualTo(ageing.brackets().stream().mapToLong(it -> it.total().amount()).sum());
  }

  @Test
  void what_is_open_is_told_of_the_past_and_of_one_client() {
    Ageing then =
        ageing(
            new OutstandingFilter(
                LocalDate.of(2026, 3, 31), AsOf.position(beforeLastPayment), null, null));
    assertThat(then.total().amount()).isEqualTo(445_000 + 2_185_000 + 550_000);
    Ageing yesterday =
        ageing(
            new OutstandingFilter(
                LocalDate.of(2026, 12, 31),
                AsOf.at(Instant.parse("2026-03-04T00:00:00Z")),
                null,
                null));
    assertThat(yesterday.total().amount()).isEqualTo(2_300_000 + 1_150_000 + 445_000);
    OutstandingFilter botha =
        new OutstandingFilter(LocalDate.of(2026, 3, 31), AsOf.NOW, "JOHANNESBURG", "BOTH");
    assertThat(ageing(botha).total().amount()).isEqualTo(505_000);
    assertThat(
            ageing(new OutstandingFilter(LocalDate.of(2026, 3, 31), AsOf.NOW, "CAPE_TOWN", null))
                .count())
        .isZero();
    assertThat(page(botha, null).entries())
        .extracting(OutstandingInvoice::client)
        .containsExactly("Botha", "Botha");
  }

  private static Page<OutstandingInvoice> page(OutstandingFilter filter, Cursor after) {
    return new OutstandingViews(stores.scope)
        .page(books.tenant, filter, Sort.ascending(OutstandingSort.DUE_DATE), 2, after);
  }

  @Test
  void open_invoices_are_listed_page_by_page_with_how_they_stand() {
    Page<OutstandingInvoice> first = page(open("2026-04-01"), null);
    assertThat(first.entries()).hasSize(2);
    OutstandingInvoice old = first.entries().getFirst();
    assertThat(old.balance().amount()).isEqualTo(2_185_000);
    assertThat(old.credited().amount()).isEqualTo(230_000);
    assertThat(old.debited().amount()).isEqualTo(115_000);
    assertThat(old.daysOverdue()).isEqualTo(91);
    assertThat(old.bracket()).isEqualTo("90+");
    assertThat(old.progressPercent()).isEqualByComparingTo("0");
    Page<OutstandingInvoice> rest = page(open("2026-04-01"), first.next());
    assertThat(rest.next()).isNull();
    OutstandingInvoice mixed = rest.entries().getFirst();
    assertThat(mixed.balance().amount()).isEqualTo(200_000);
    assertThat(mixed.paid().amount()).isEqualTo(200_000);
    assertThat(mixed.writtenOff().amount()).isEqualTo(45_000);
    assertThat(mixed.progressPercent()).isEqualByComparingTo("44.9");
    assertThat(mixed.daysOverdue()).isEqualTo(-1);
  }

  private static Revenue revenue(Revenue.Basis basis, Span span, Revenue.Interval interval) {
    return new RevenueViews(stores.scope).revenue(books.tenant, basis, span, interval, AsOf.NOW);
  }

  @Test
  void accrued_revenue_is_net_of_notes_and_of_what_was_voided() {
    Revenue march = revenue(Revenue.Basis.ACCRUAL, MARCH, Revenue.Interval.MONTH);
    Revenue.Period it = march.totals();
    assertThat(it.invoiced().amount()).isEqualTo(1_120_000);
    assertThat(it.voided().amount()).isEqualTo(575_000);
    assertThat(it.creditNotes().amount()).isEqualTo(230_000);
    assertThat(it.debitNotes().amount()).isEqualTo(115_000);
    assertThat(it.writtenOff().amount()).isZero();
    assertThat(it.net().amount()).isEqualTo(430_000);
    assertThat(it.vat().amount()).isEqualTo(30_000);
    // Of the two that stand, neither is paid.
    assertThat(march.paidCount()).isZero();
    assertThat(march.unpaidCount()).isEqualTo(2);
    assertThat(march.paymentRatePercent()).isEqualByComparingTo("0");

    Revenue months =
        revenue(Revenue.Basis.ACCRUAL, span("2025-11-15", "2026-04-30"), Revenue.Interval.MONTH);
    assertThat(months.periods())
        .extracting(Revenue.Period::period, period -> period.net().amount())
        .containsExactly(
            tuple("2025-11", 0L),
            tuple("2025-12", 2_300_000L),
            tuple("2026-01", 0L),
            tuple("2026-02", 1_150_000L),
            tuple("2026-03", 430_000L),
            tuple("2026-04", 0L));
    assertThat(months.paidCount()).isOne();
    assertThat(months.unpaidCount()).isEqualTo(3);
    assertThat(months.paymentRatePercent()).isEqualByComparingTo("25");
    assertThat(
            revenue(
                    Revenue.Basis.ACCRUAL,
                    span("2025-12-01", "2026-04-30"),
                    Revenue.Interval.QUARTER)
                .periods())
        .extracting(Revenue.Period::period)
        .containsExactly("2025-Q4", "2026-Q1", "2026-Q2");
    assertThat(
            revenue(Revenue.Basis.ACCRUAL, span("2025-12-31", "2026-01-01"), Revenue.Interval.YEAR)
                .periods())
        .extracting(Revenue.Period::period)
        .containsExactly("2025", "2026");
  }

  @Test
  void cash_counts_on_the_day_it_came_and_on_the_day_it_went() {
    Revenue.Period march = revenue(Revenue.Basis.CASH, MARCH, Revenue.Interval.MONTH).totals();
    assertThat(march.received().amount()).isEqualTo(1_635_000);
    assertThat(march.reversed().amount()).isEqualTo(445_000);
    assertThat(march.net().amount()).isEqualTo(1_190_000);
    assertThat(march.vat().amount()).isEqualTo(150_000);
    Revenue.Period april = revenue(Revenue.Basis.CASH, APRIL, Revenue.Interval.MONTH).totals();
    assertThat(april.net().amount()).isEqualTo(200_000);
    assertThat(april.writtenOff().amount()).isEqualTo(45_000);
    assertThat(april.vat().amount()).isEqualTo(20_225);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-30, 2025-12-31",
    "2025-12-31, 2026-02-28",
    "2026-02-28, 2026-03-31",
    "2026-03-31, 2026-04-30",
    "2026-03-10, 2026-03-15",
    "2025-11-30, 2026-04-30"
  })
  void what_was_accrued_and_did_not_come_in_is_what_is_open(LocalDate before, LocalDate after) {
    Span span = new Span(before.plusDays(1), after);
    Revenue.Period accrued = revenue(Revenue.Basis.ACCRUAL, span, Revenue.Interval.YEAR).totals();
    Revenue.Period cash = revenue(Revenue.Basis.CASH, span, Revenue.Interval.YEAR).totals();
    long change =
        ageing(open(after.toString())).total().amount()
            - ageing(open(before.toString())).total().amount();
    assertThat(accrued.net().amount() - accrued.writtenOff().amount() - cash.net().amount())
        .isEqualTo(change);
  }

  private static VatReport vat(VatReport.Basis basis, Span span) {
    return new VatViews(stores.scope).vat(books.tenant, basis, span, AsOf.NOW);
  }

  private static String adjusted(VatReport report) {
    StringBuilder text = new StringBuilder();
    report
        .adjustments()
        .forEach(
            it ->
                text.append(
                    "%s %d %d %d %d; "
                        .formatted(
                            it.kind(),
                            it.count(),
                            it.standard().amount(),
                            it.exempt().amount(),
                            it.vat().amount())));
    return text.toString().strip();
  }

  @Test
  void output_tax_by_invoice_is_that_of_the_papers() {
    VatReport march = vat(VatReport.Basis.INVOICE, MARCH);
    assertThat(march.supplies())
        .isEqualTo(new VatReport.Supplies(2, cents(800_000), cents(100_000), cents(120_000)));
    assertThat(adjusted(march))
        .isEqualTo(
            "CREDITED 1 -200000 0 -30000; DEBITED 1 100000 0 15000; VOIDED 1 -500000 0 -75000;");
    assertThat(march.outputTax()).isEqualTo(cents(30_000));
    assertThat(march.outside()).isEqualTo(cents(100_000));
    assertThat(march.documents()).hasSize(5);
    assertThat(march.documentCount()).isEqualTo(5);
    VatReport april = vat(VatReport.Basis.INVOICE, APRIL);
    assertThat(april.supplies().count()).isZero();
    assertThat(adjusted(april)).isEqualTo("WRITTEN_OFF 1 -30337 -10112 -4551;");
  }

  @Test
  void output_tax_by_payment_is_the_share_that_came_in() {
    VatReport march = vat(VatReport.Basis.PAYMENTS, MARCH);
    assertThat(march.supplies())
        .isEqualTo(new VatReport.Supplies(3, cents(1_300_000), cents(100_000), cents(195_000)));
    assertThat(adjusted(march)).isEqualTo("PAYMENT_REVERSED 1 -300000 -100000 -45000;");
    assertThat(march.outputTax()).isEqualTo(cents(150_000));
    assertThat(march.outside()).isEqualTo(cents(40_000));
    assertThat(march.documents())
        .extracting(document -> document.vat().amount())
        .containsExactly(78_261L, 45_000L, -45_000L, 71_739L);
    VatReport april = vat(VatReport.Basis.PAYMENTS, APRIL);
    assertThat(april.supplies())
        .isEqualTo(new VatReport.Supplies(1, cents(134_831), cents(44_944), cents(20_225)));
  }

  @Test
  void clients_are_told_apart_by_name_in_any_case() {
    ClientRevenue march = new ClientViews(stores.scope).clients(books.tenant, MARCH);
    assertThat(march.count()).isEqualTo(2);
    ClientRevenue.Client dlamini = march.clients().getFirst();
    assertThat(dlamini.client()).isEqualToIgnoringCase("Nomsa Dlamini");
    assertThat(dlamini.received()).isEqualTo(cents(1_150_000));
    assertThat(dlamini.invoiced()).isEqualTo(cents(-115_000));
    assertThat(dlamini.balance()).isEqualTo(cents(2_185_000));
    assertThat(dlamini.matters()).isOne();
    assertThat(dlamini.averageDaysToPay()).isEqualByComparingTo("38");
    ClientRevenue.Client botha = march.clients().get(1);
    assertThat(botha.received()).isEqualTo(cents(40_000));
    assertThat(botha.invoiced()).isEqualTo(cents(545_000));
    assertThat(botha.balance()).isEqualTo(cents(505_000));
    assertThat(botha.averageDaysToPay()).isNull();
  }

  @Test
  void payment_behaviour_is_judged_by_the_last_payment() {
    PaymentBehaviour march =
        new ClientViews(stores.scope)
            .payments(books.tenant, span("2026-02-01", "2026-03-31"), TODAY);
    assertThat(march.paidCount()).isOne();
    assertThat(march.averageDaysToPay()).isEqualByComparingTo("38");
    assertThat(march.medianDaysToPay()).isEqualByComparingTo("38");
    assertThat(march.onTimePercent()).isEqualByComparingTo("0");
    assertThat(march.band()).isEqualTo("RED");
    assertThat(march.byMonth())
        .extracting(PaymentBehaviour.Month::month, PaymentBehaviour.Month::paidCount)
        .containsExactly(tuple("2026-02", 0L), tuple("2026-03", 1L));
    assertThat(march.distribution()).containsExactly(new PaymentBehaviour.Days(38, 1));
    assertThat(march.overdueCount()).isEqualTo(2);
    assertThat(march.overdueTotal()).isEqualTo(cents(2_245_000));
    assertThat(march.overdue()).extracting(PaymentBehaviour.Open::days).containsExactly(91, 1);
    assertThat(march.dueSoonTotal()).isEqualTo(cents(200_000));
    assertThat(march.dueSoon()).hasSize(1);
    PaymentBehaviour none =
        new ClientViews(stores.scope)
            .payments(books.tenant, span("2024-01-01", "2024-01-31"), TODAY);
    assertThat(none.band()).isNull();
    assertThat(none.averageDaysToPay()).isNull();
  }

  @Test
  void nobody_elses_books_are_in_a_report() {
    String stranger = "t-" + UUID.randomUUID();
    assertThat(new OutstandingViews(stores.scope).ageing(stranger, open("2026-04-01")).count())
        .isZero();
    assertThat(
            new RevenueViews(stores.scope)
                .revenue(stranger, Revenue.Basis.CASH, MARCH, Revenue.Interval.MONTH, AsOf.NOW)
                .totals()
                .received())
        .isEqualTo(cents(0));
    assertThat(new DashboardViews(stores.scope).dashboard(stranger, TODAY).totals())
        .isEqualTo(new Dashboard.Totals(0, 0, 0));
  }

  /** As the read side has it. */
  private static za.lexohub.readmodels.money.Money cents(long cents) {
    return za.lexohub.readmodels.money.Money.cents(cents);
  }
}
