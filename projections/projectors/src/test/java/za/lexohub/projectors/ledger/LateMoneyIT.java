package za.lexohub.projectors.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocated;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocationReversed;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRecorded;
import za.lexohub.messages.receipt.ReceiptId;
import za.lexohub.projectors.Replayed;
import za.lexohub.projectors.Story;
import za.lexohub.projectors.TestStores;
import za.lexohub.readmodels.ledger.LedgerRows;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.report.AsOf;
import za.lexohub.readmodels.report.ClientRevenue;
import za.lexohub.readmodels.report.ClientViews;
import za.lexohub.readmodels.report.OutstandingFilter;
import za.lexohub.readmodels.report.OutstandingViews;
import za.lexohub.readmodels.report.PaymentBehaviour;
import za.lexohub.readmodels.report.Revenue;
import za.lexohub.readmodels.report.RevenueViews;
import za.lexohub.readmodels.report.Span;
import za.lexohub.readmodels.report.VatReport;
import za.lexohub.readmodels.report.VatViews;

/** Money that came in before it paid an invoice, or was recorded after its month was over. */
class LateMoneyIT {

  private static final long TOTAL = 1_150_000;
  private static final long VAT = 150_000;
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private static TestStores stores;

  private final Month books = new Month(stores);

  @BeforeAll
  static void open() {
    stores = TestStores.open();
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  private Month.Bill bill(String date) {
    return books
    .new Bill(
        date,
        LocalDate.parse(date).plusDays(30).toString(),
        Month.totals(1_000_000, 0, 0, VAT),
        true,
        "Botha",
        Month.line(LineKind.FEE, 1_000_000, VatTreatment.STANDARD));
  }

  private ReceiptId receipt(String day) {
    ReceiptId receipt = ReceiptId.random();
    books.on(
        day,
        receipt.value(),
        new ReceiptRecorded(
            receipt,
            books.story.tenant,
            Money.cents(TOTAL),
            PaymentMethod.EFT,
            LocalDate.parse(day),
            null,
            null,
            null));
    return receipt;
  }

  /** Received in January, allocated in April, taken back and allocated to another in May. */
  private void allocatedTwice() {
    ReceiptId receipt = receipt("2026-01-15");
    Month.Bill first = bill("2026-04-20");
    Month.Bill second = bill("2026-04-21");
    PaymentId payment = first.allocates("2026-04-20", receipt, "2026-01-15", TOTAL);
    books.on(
        "2026-05-10",
        receipt.value(),
        new ReceiptAllocationReversed(
            receipt, first.id, payment, Money.cents(TOTAL), Money.cents(TOTAL)));
    first.reverses(Instant.parse("2026-05-10T10:00:00Z"), payment, TOTAL);
    second.allocates("2026-05-10", receipt, "2026-01-15", TOTAL);
  }

  private VatReport vat(String from, String to, AsOf asOf) {
    return new VatViews(stores.scope)
        .vat(books.tenant, VatReport.Basis.PAYMENTS, span(from, to), asOf);
  }

  private VatReport vat(String from, String to) {
    return vat(from, to, AsOf.NOW);
  }

  private long ageing(String on) {
    return new OutstandingViews(stores.scope)
        .ageing(books.tenant, new OutstandingFilter(LocalDate.parse(on), AsOf.NOW, null, null))
        .total()
        .amount();
  }

  private static Span span(String from, String to) {
    return new Span(LocalDate.parse(from), LocalDate.parse(to));
  }

  @Test
  void a_receipt_is_a_taxed_payment_on_the_day_of_its_allocation() {
    allocatedTwice();
    VatReport january = vat("2026-01-01", "2026-02-28");
    assertThat(january.documentCount()).isZero();
    assertThat(january.outputTax().amount()).isZero();
    assertThat(vat("2026-03-01", "2026-04-30").outputTax().amount()).isEqualTo(VAT);
    VatReport may = vat("2026-05-01", "2026-05-31");
    assertThat(may.documents())
        .extracting(VatReport.Document::kind, document -> document.vat().amount())
        .containsExactlyInAnyOrder(tuple("PAID", VAT), tuple("PAYMENT_REVERSED", -VAT));
    assertThat(may.outputTax().amount()).isZero();
    assertThat(Stream.of(january, may).map(it -> it.lateEntries().count())).containsOnly(0L);
  }

  @Test
  void a_receipt_is_revenue_on_the_day_of_its_allocation() {
    allocatedTwice();
    Revenue revenue =
        new RevenueViews(stores.scope)
            .revenue(
                books.tenant,
                Revenue.Basis.CASH,
                span("2026-01-01", "2026-05-31"),
                Revenue.Interval.MONTH,
                AsOf.NOW);
    assertThat(revenue.periods())
        .extracting(
            Revenue.Period::period, it -> it.received().amount(), it -> it.reversed().amount())
        .containsExactly(
            tuple("2026-01", 0L, 0L),
            tuple("2026-02", 0L, 0L),
            tuple("2026-03", 0L, 0L),
            tuple("2026-04", TOTAL, 0L),
            tuple("2026-05", TOTAL, TOTAL));
    assertThat(ageing("2026-04-20")).isZero();
    assertThat(ageing("2026-04-30")).isEqualTo(TOTAL);
    assertThat(ageing("2026-05-10")).isEqualTo(TOTAL);
  }

  @Test
  void nobody_has_paid_before_the_invoice_was_written() {
    allocatedTwice();
    ClientViews views = new ClientViews(stores.scope);
    PaymentBehaviour all = views.payments(books.tenant, span("2026-01-01", "2026-05-31"), TODAY);
    assertThat(all.distribution()).containsExactly(new PaymentBehaviour.Days(19, 1));
    assertThat(all.byMonth())
        .filteredOn(month -> month.paidCount() > 0)
        .extracting(PaymentBehaviour.Month::month)
        .containsExactly("2026-05");
    ClientRevenue may = views.clients(books.tenant, span("2026-05-01", "2026-05-31"));
    assertThat(may.clients().getFirst().averageDaysToPay()).isEqualByComparingTo("19");
    ClientRevenue january = views.clients(books.tenant, span("2026-01-01", "2026-01-31"));
    assertThat(january.clients()).isEmpty();
  }

  @Test
  void what_changes_a_period_that_is_over_is_told_beside_it() {
    Month.Bill bill = bill("2026-03-01");
    PaymentId wrong = bill.pays("2026-03-01", TOTAL, PaymentMethod.EFT);
    long filed = books.head();
    bill.reverses(Instant.parse("2026-04-05T10:00:00Z"), wrong, TOTAL);
    bill.paysLate("2026-04-05", "2026-03-20", TOTAL);

    VatReport march = vat("2026-03-01", "2026-03-31");
    assertThat(march.outputTax().amount()).isEqualTo(2 * VAT);
    assertThat(march.lateEntries().count()).isOne();
    assertThat(march.lateEntries().vat().amount()).isEqualTo(VAT);
    VatReport asFiled = vat("2026-03-01", "2026-03-31", AsOf.position(filed));
    assertThat(asFiled.outputTax().amount()).isEqualTo(VAT);
    assertThat(asFiled.lateEntries().count()).isZero();
    VatReport april = vat("2026-04-01", "2026-04-30");
    assertThat(april.outputTax().amount()).isEqualTo(-VAT);
    assertThat(april.lateEntries().count()).isZero();
  }

  @Test
  void an_allocation_is_booked_once_in_whatever_order_it_comes() {
    Story story = new Story();
    Replayed events =
        new Replayed(
            new LedgerProjector(new LedgerRows(stores.scope), new PublishedPositions(stores.jdbc)),
            stores.transactions,
            story);
    PaymentId payment = PaymentId.random();
    events.apply(
        new ReceiptAllocated(
            ReceiptId.random(), story.invoiceId, payment, Money.cents(5), Money.ZERO),
        story.invoiceSent(),
        new PaymentRecorded(
            story.invoiceId,
            payment,
            Money.cents(5),
            PaymentMethod.EFT,
            LocalDate.of(2024, 9, 20),
            null,
            Money.cents(3_162_495)));
    List<String> rows = rows(story);
    assertThat(rows).hasSize(3).filteredOn(row -> row.contains("ALLOCATED")).hasSize(1);
    assertThat(
            new OutstandingViews(stores.scope)
                .ageing(
                    story.tenant.value(),
                    new OutstandingFilter(LocalDate.of(2024, 9, 30), AsOf.NOW, null, null))
                .count())
        .as("no list knows the invoice")
        .isZero();
    events.assertNothingChangesWhenTheyComeAgain(() -> rows(story));
    events.replayFromZero();
    assertThat(rows(story)).isEqualTo(rows);
  }

  private static List<String> rows(Story story) {
    return stores.scope.read(
        story.tenant.value(),
        jdbc ->
            jdbc.sql("select to_jsonb(t)::text from ledger_entries t order by 1")
                .query(String.class)
                .list());
  }
}
