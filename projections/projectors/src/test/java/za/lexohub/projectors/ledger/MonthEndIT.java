package za.lexohub.projectors.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static za.lexohub.projectors.ledger.Month.line;
import static za.lexohub.projectors.ledger.Month.totals;

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
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.FeeType;
import za.lexohub.messages.matter.MatterEvents.DisbursementLogged;
import za.lexohub.messages.matter.MatterEvents.MatterInvoiced;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterTermsSet;
import za.lexohub.messages.matter.MatterEvents.ServiceLogged;
import za.lexohub.messages.matter.MatterEvents.TimeLogged;
import za.lexohub.messages.matter.MatterEvents.WorkItemWrittenOff;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.matter.MatterTerms;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.ExpiryPhase;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDeclined;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.work.DisbursementType;
import za.lexohub.messages.work.ServiceCategory;
import za.lexohub.messages.work.WorkItemId;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.readmodels.paging.Cursor;
import za.lexohub.readmodels.paging.Page;
import za.lexohub.readmodels.paging.Sort;
import za.lexohub.readmodels.report.Ageing;
import za.lexohub.readmodels.report.AsOf;
import za.lexohub.readmodels.report.AttentionViews;
import za.lexohub.readmodels.report.ClientRevenue;
import za.lexohub.readmodels.report.ClientViews;
import za.lexohub.readmodels.report.Dashboard;
import za.lexohub.readmodels.report.DashboardViews;
import za.lexohub.readmodels.report.OutstandingFilter;
import za.lexohub.readmodels.report.OutstandingInvoice;
import za.lexohub.readmodels.report.OutstandingSort;
import za.lexohub.readmodels.report.OutstandingViews;
import za.lexohub.readmodels.report.PaymentBehaviour;
import za.lexohub.readmodels.report.Pipeline;
import za.lexohub.readmodels.report.PipelineViews;
import za.lexohub.readmodels.report.PracticeHealth;
import za.lexohub.readmodels.report.Revenue;
import za.lexohub.readmodels.report.RevenueViews;
import za.lexohub.readmodels.report.Span;
import za.lexohub.readmodels.report.TimeReport;
import za.lexohub.readmodels.report.VatReport;
import za.lexohub.readmodels.report.VatViews;
import za.lexohub.readmodels.report.WipReport;
import za.lexohub.readmodels.report.WorkReportViews;

/** One practice's March of 2026 and what followed, against figures worked out by hand. */
class MonthEndIT {

  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
  private static final Span MARCH = span("2026-03-01", "2026-03-31");
  private static final Span APRIL = span("2026-04-01", "2026-04-30");

  private static TestStores stores;
  private static Month books;
  private static long beforeLastPaymentOfA;

  @BeforeAll
  static void writeTheBooks() {
    stores = TestStores.open();
    books = new Month(stores);
    MatterId matter = MatterId.random();
    books.on(
        "2026-01-15",
        matter.value(),
        new MatterOpened(
            matter,
            books.story.tenant,
            "JHB/2026/001",
            "litigation",
            Bar.JOHANNESBURG,
            books.party("Nomsa Dlamini"),
            books.story.attorney(),
            books.wording(0),
            false,
            null,
            LocalDate.of(2026, 1, 15)),
        new MatterTermsSet(
            matter,
            new MatterTerms(
                FeeType.HOURLY,
                Money.cents(1_000_000),
                null,
                null,
                false,
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2026, 4, 8),
                null)));
    work(matter);
    invoices(matter);
    quotes();
  }

  private static void work(MatterId matter) {
    WorkItemId billed = WorkItemId.random();
    WorkItemId lost = WorkItemId.random();
    books.on("2026-02-20", matter.value(), time(matter, "2026-02-20", 90, 375_000, true));
    books.on(
        "2026-03-02",
        matter.value(),
        new TimeLogged(
            matter,
            billed,
            LocalDate.of(2026, 3, 2),
            60,
            Money.cents(100_000),
            Money.cents(100_000),
            true,
            VatTreatment.STANDARD,
            books.story.note("talk")),
        service(matter, lost, "2026-03-03", 50_000),
        time(matter, "2026-03-10", 60, 250_000, false),
        service(matter, WorkItemId.random(), "2026-03-20", 150_000),
        new DisbursementLogged(
            matter,
            WorkItemId.random(),
            LocalDate.of(2026, 3, 25),
            DisbursementType.COURIER,
            Money.cents(11_000),
            0,
            Money.cents(11_000),
            VatTreatment.EXEMPT,
            books.story.note("courier")),
        new WorkItemWrittenOff(matter, lost, Money.cents(50_000), books.story.note("kind")),
        new MatterInvoiced(
            matter,
            InvoiceId.random(),
            InvoiceSource.MATTER_WIP,
            InvoiceType.INTERIM,
            1,
            List.of(billed)));
  }

  private static TimeLogged time(
      MatterId matter, String day, int minutes, long cents, boolean billable) {
    return new TimeLogged(
        matter,
        WorkItemId.random(),
        LocalDate.parse(day),
        minutes,
        Money.cents(250_000),
        Money.cents(cents),
        billable,
        VatTreatment.STANDARD,
        books.story.note("talk"));
  }

  private static ServiceLogged service(MatterId matter, WorkItemId item, String day, long cents) {
    return new ServiceLogged(
        matter,
        item,
        LocalDate.parse(day),
        ServiceCategory.DRAFTING,
        BigDecimal.ONE,
        Money.cents(cents),
        Money.cents(cents),
        VatTreatment.STANDARD,
        books.story.note("heads"));
  }

  private static void invoices(MatterId matter) {
    Month.Bill old =
        books
        .new Bill(
            "2025-12-01",
            "2025-12-31",
            totals(2_000_000, 0, 0, 300_000),
            true,
            "nomsa dlamini",
            line(LineKind.FEE, 2_000_000, VatTreatment.STANDARD));
    Month.Bill paid =
        books
        .new Bill(
            "2026-02-10",
            "2026-03-12",
            totals(1_000_000, 0, 0, 150_000),
            true,
            "Nomsa Dlamini",
            matter,
            line(LineKind.FEE, 1_000_000, VatTreatment.STANDARD));
    Month.Bill wrong =
        books
        .new Bill(
            "2026-03-01",
            "2026-03-31",
            totals(500_000, 0, 0, 75_000),
            true,
            "Nomsa Dlamini",
            line(LineKind.FEE, 500_000, VatTreatment.STANDARD));
    books.on(
        "2026-03-02",
        wrong.id.value(),
        new InvoiceVoided(wrong.id, "INV-3", null, books.story.note("slip")));
    Month.Bill mixed =
        books
        .new Bill(
            "2026-03-03",
            "2026-04-02",
            totals(333_333, 100_000, 33_333, 45_000),
            true,
            "Botha",
            line(LineKind.FEE, 333_333, VatTreatment.STANDARD),
            line(LineKind.DISBURSEMENT, 100_000, VatTreatment.EXEMPT));
    paid.pays("2026-03-05", 600_000, PaymentMethod.EFT);
    PaymentId bounced = mixed.pays("2026-03-10", 445_000, PaymentMethod.RETAINER);
    mixed.reverses(Instant.parse("2026-03-15T21:30:00Z"), bounced, 445_000);
    old.credited("2026-03-16", 230_000, 30_000);
    old.debited("2026-03-17", 115_000, 15_000);
    beforeLastPaymentOfA = books.head();
    paid.pays("2026-03-20", 550_000, PaymentMethod.EFT);
    Month.Bill outside =
        books
        .new Bill(
            "2026-03-30",
            "2026-03-31",
            totals(100_000, 0, 0, 0),
            false,
            "Botha",
            line(LineKind.FEE, 100_000, VatTreatment.STANDARD));
    outside.pays("2026-03-31", 40_000, PaymentMethod.TRUST_TRANSFER);
    // Half past midnight of 1 April in South Africa.
    mixed.writesOff(Instant.parse("2026-03-31T22:30:00Z"), 45_000);
    mixed.pays("2026-04-01", 200_000, PaymentMethod.EFT);
  }

  private static void quotes() {
    for (String fate : List.of("DRAFT", "ACCEPTED", "DECLINED", "EXPIRED")) {
      ProFormaId id = ProFormaId.random();
      Story story = books.story;
      books.on(
          "2026-03-01",
          id.value(),
          new ProFormaDrafted(
              id,
              story.tenant,
              "PF-" + fate,
              null,
              story.client(),
              story.attorney(),
              story.wording(),
              "litigation",
              story.offer(),
              LocalDate.of(2026, 3, 1),
              LocalDate.of(2026, 4, 1)));
      if (fate.equals("DRAFT")) {
        continue;
      }
      Instant now = Instant.parse("2026-03-02T10:00:00Z");
      books.on(
          "2026-03-02",
          id.value(),
          new ProFormaSent(
              id,
              1,
              story.attorney(),
              story.hash(fate),
              1,
              Story.TOTALS.total(),
              LocalDate.of(2026, 4, 1),
              now));
      books.on(
          "2026-03-06",
          id.value(),
          switch (fate) {
            case "ACCEPTED" ->
                new ProFormaAccepted(
                    id, story.tenant, 1, 1, null, story.offer(), Channel.PUBLIC_LINK, "x", now);
            case "DECLINED" -> new ProFormaDeclined(id, null, Channel.PUBLIC_LINK, "x", now);
            default -> new ProFormaExpired(id, ExpiryPhase.OFFER, now);
          });
    }
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
                LocalDate.of(2026, 3, 31), AsOf.position(beforeLastPaymentOfA), null, null));
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
            ageing(
                    new OutstandingFilter(
                        LocalDate.of(2026, 3, 31), AsOf.NOW, "CAPE_TOWN", null))
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

    Revenue months = revenue(Revenue.Basis.ACCRUAL, span("2025-11-15", "2026-04-30"), Revenue.Interval.MONTH);
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
            revenue(Revenue.Basis.ACCRUAL, span("2025-12-01", "2026-04-30"), Revenue.Interval.QUARTER)
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
    Revenue.Period march =
        revenue(Revenue.Basis.CASH, MARCH, Revenue.Interval.MONTH).totals();
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
        .isEqualTo(
            new VatReport.Supplies(2, cents(800_000), cents(100_000), cents(120_000)));
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
        .isEqualTo(
            new VatReport.Supplies(3, cents(1_300_000), cents(100_000), cents(195_000)));
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
        .containsExactly(
            tuple("2026-02", 0L),
            tuple("2026-03", 1L));
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
  void work_that_waits_is_measured_against_the_estimate() {
    WipReport wip = new WorkReportViews(stores.scope).wip(books.tenant, TODAY);
    assertThat(wip.total()).isEqualTo(cents(536_000));
    assertThat(wip.brackets())
        .extracting(Ageing.Bracket::count)
        .containsExactly(0L, 1L, 0L, 0L);
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
        .containsExactly(
            tuple("DRAFTING", 200_000L),
            tuple("TIME", 725_000L));
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
