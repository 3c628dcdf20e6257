package za.lexohub.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.DATE;
import static za.lexohub.domain.invoice.Invoices.DUE;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.matter.Matters.matter;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.ReversePayment;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePartiallyPaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;
import za.lexohub.messages.matter.MatterEvents.MatterDeclined;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.receipt.ReceiptCommands.AllocateReceipt;
import za.lexohub.messages.receipt.ReceiptCommands.RecordReceipt;
import za.lexohub.messages.receipt.ReceiptCommands.RefundReceipt;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocated;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocationReversed;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocationTraced;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRecorded;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRefunded;
import za.lexohub.messages.receipt.ReceiptId;

class ReceiptTest {
  private static final long TOTAL = 3_162_500;
  private static final LocalDate RECEIVED = DATE.minusDays(2);

  private final Books books = new Books();
  private final TenantId jhb = Samples.fresh("jhb");
  private final Invoices inv = invoice().from(proForma().of(jhb));
  private final ReceiptId receipt = ReceiptId.random();
  private final PaymentId payment = PaymentId.random();

  private RecordReceipt record(LocalDate receivedOn, MatterId matter) {
    return new RecordReceipt(
        receipt, jhb, Money.cents(4_000_000), PaymentMethod.CHEQUE, receivedOn, matter, null, DATE);
  }

  private ReceiptRecorded recorded() {
    return new ReceiptRecorded(
        receipt, jhb, Money.cents(4_000_000), PaymentMethod.CHEQUE, RECEIVED, null, null, null);
  }

  private AllocateReceipt allocate(PaymentId id, long cents) {
    return new AllocateReceipt(receipt, jhb, inv.id(), id, Money.cents(cents), DATE);
  }

  private ReceiptAllocated allocated(PaymentId id, long cents, long left) {
    return new ReceiptAllocated(receipt, inv.id(), id, Money.cents(cents), Money.cents(left));
  }

  private ReceiptAllocationTraced traced(PaymentId id) {
    return new ReceiptAllocationTraced(
        PaymentTraces.idOf(jhb, inv.id(), id), jhb, inv.id(), id, receipt);
  }

  private PaymentRecorded paid(PaymentId id, long cents, long balance) {
    return new PaymentRecorded(
        inv.id(),
        id,
        Money.cents(cents),
        PaymentMethod.CHEQUE,
        RECEIVED,
        null,
        Money.cents(balance));
  }

  private RefundReceipt refund(long cents) {
    return new RefundReceipt(receipt, jhb, Money.cents(cents), sealed("not ours"));
  }

  @BeforeEach
  void anIssuedInvoice() {
    books.given(inv.generated(), inv.sent());
  }

  @Test
  void isRecordedOnce() {
    books.when(record(RECEIVED, null)).appends(recorded());
    books.when(record(RECEIVED, null)).changesNothing();
  }

  @Test
  void isRefusedOnADayToComeAndOnAMatterThatIsNotThere() {
    books.when(record(DATE.plusDays(1), null)).isRefusedBy(Rule.PAYMENT_DATE_IN_FUTURE);
    books.when(record(RECEIVED, MatterId.random())).findsNothing();
  }

  @Test
  void isRefusedOnAMatterThatWasDeclined() {
    Matters mistake = matter().of(jhb);

    books
        .given(mistake.opened(), new MatterDeclined(mistake.id(), sealed("opened twice")))
        .when(record(RECEIVED, mistake.id()))
        .isRefusedBy(Rule.MATTER_CLOSED);
  }

  @Test
  void isTakenOnAMatterThatIsClosed() {
    Matters done = matter().of(jhb);

    assertThat(
            books
                .given(done.opened(), new MatterClosed(done.id(), RECEIVED))
                .when(record(RECEIVED, done.id()))
                .events())
        .hasSize(1);
  }

  @Test
  void paysAnInvoiceInOneAppendOnTheDayTheMoneyCame() {
    books
        .given(recorded())
        .when(allocate(payment, 1_000_000))
        .appends(
            allocated(payment, 1_000_000, 3_000_000),
            paid(payment, 1_000_000, 2_162_500),
            new InvoicePartiallyPaid(inv.id(), Money.cents(1_000_000), Money.cents(2_162_500)),
            traced(payment));
    books.when(allocate(payment, 1_000_000)).changesNothing();
    PaymentId rest = PaymentId.random();
    books
        .when(allocate(rest, 2_162_500))
        .appends(
            allocated(rest, 2_162_500, 837_500),
            paid(rest, 2_162_500, 0),
            new InvoicePaid(inv.id(), Money.cents(TOTAL), RECEIVED),
            traced(rest));
  }

  @Test
  void hasLeftAgainWhatAPaymentThatIsReversedTookOfIt() {
    books.given(recorded()).after(allocate(payment, TOTAL));
    books
        .when(inv.reverse(payment, DUE))
        .appends(
            inv.reversed(payment, TOTAL, TOTAL),
            new InvoiceReopened(inv.id(), Money.cents(TOTAL), DUE),
            new ReceiptAllocationReversed(
                receipt, inv.id(), payment, Money.cents(TOTAL), Money.cents(4_000_000)));
    books.when(inv.reverse(payment, DUE)).isRefusedBy(Rule.PAYMENT_ALREADY_REVERSED);
    books.when(allocate(payment, TOTAL)).changesNothing();
    PaymentId again = PaymentId.random();
    books
        .when(allocate(again, TOTAL))
        .appends(
            allocated(again, TOTAL, 4_000_000 - TOTAL),
            paid(again, TOTAL, 0),
            new InvoicePaid(inv.id(), Money.cents(TOTAL), RECEIVED),
            traced(again));
  }

  @Test
  void aPaymentOutOfItIsNotReversedByAnotherTenantOrOverAChangeNotSeen() {
    books.given(recorded()).after(allocate(payment, 100));
    books
        .when(inv.reverse(payment, DUE), Map.of(MetadataKeys.EXPECTED_VERSION, "1"))
        .conflictsWithVersion(4);
    books
        .when(new ReversePayment(inv.id(), Samples.fresh("jhb"), payment, sealed("bounced"), DUE))
        .findsNothing();
    books.when(inv.reverse(PaymentId.random(), DUE)).isRefusedBy(Rule.PAYMENT_UNKNOWN);
  }

  @Test
  void theTraceOfAPaymentHasNothingToGive() {
    books.given(recorded()).after(allocate(payment, 100));
    ReceiptId trace = traced(payment).receiptId();
    books
        .when(new AllocateReceipt(trace, jhb, inv.id(), PaymentId.random(), Money.cents(1), DATE))
        .isRefusedBy(Rule.RECEIPT_EXCEEDED);
    books
        .when(new RefundReceipt(trace, jhb, Money.cents(1), sealed("x")))
        .isRefusedBy(Rule.RECEIPT_EXCEEDED);
  }

  @Test
  void neverGivesMoreThanIsLeftOrIsOpen() {
    books.given(recorded(), allocated(PaymentId.random(), 3_999_999, 1));
    books.when(allocate(payment, 2)).isRefusedBy(Rule.RECEIPT_EXCEEDED);
    books.when(refund(2)).isRefusedBy(Rule.RECEIPT_EXCEEDED);
    books.given(inv.paid(PaymentId.random(), TOTAL, 0));
    books.when(allocate(payment, 1)).isRefusedBy(Rule.INVOICE_ALREADY_PAID);
  }

  @Test
  void doesNotTakeTheIdOfAnotherPayment() {
    books.given(recorded(), inv.paid(payment, 100, TOTAL - 100));
    books.when(allocate(payment, 100)).isRefusedBy(Rule.PAYMENT_ALREADY_RECORDED);
    PaymentId own = PaymentId.random();
    books.after(allocate(own, 100));
    books.when(allocate(own, 200)).isRefusedBy(Rule.PAYMENT_ALREADY_RECORDED);
    ReceiptId second = ReceiptId.random();
    books.given(
        new ReceiptRecorded(
            second, jhb, Money.cents(100), PaymentMethod.CHEQUE, RECEIVED, null, null, null));
    books
        .when(new AllocateReceipt(second, jhb, inv.id(), own, Money.cents(100), DATE))
        .isRefusedBy(Rule.PAYMENT_ALREADY_RECORDED);
  }

  @Test
  void isRefundedInParts() {
    books
        .given(recorded())
        .when(refund(4_000_000))
        .appends(
            new ReceiptRefunded(receipt, Money.cents(4_000_000), sealed("not ours"), Money.ZERO));
    books.when(refund(1)).isRefusedBy(Rule.RECEIPT_EXCEEDED);
  }

  @Test
  void anotherTenantFindsNothing() {
    books.given(recorded());
    TenantId stranger = Samples.fresh("jhb");
    books
        .when(new AllocateReceipt(receipt, stranger, inv.id(), payment, Money.cents(1), DATE))
        .findsNothing();
    books.when(new RefundReceipt(receipt, stranger, Money.cents(1), sealed("x"))).findsNothing();
    ReceiptId theirs = ReceiptId.random();
    books.given(
        new ReceiptRecorded(
            theirs, stranger, Money.cents(5), PaymentMethod.EFT, RECEIVED, null, null, null));
    books
        .when(new AllocateReceipt(theirs, stranger, inv.id(), payment, Money.cents(1), DATE))
        .findsNothing();
  }
}
