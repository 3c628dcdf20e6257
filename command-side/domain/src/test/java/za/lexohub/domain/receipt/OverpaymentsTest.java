package za.lexohub.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.DATE;
import static za.lexohub.domain.invoice.Invoices.DUE;
import static za.lexohub.domain.invoice.Invoices.invoice;
import static za.lexohub.domain.proforma.ProFormas.proForma;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.invoice.Invoices;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.invoice.InvoiceCommands.RecordPayment;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.receipt.ReceiptCommands.AllocateReceipt;
import za.lexohub.messages.receipt.ReceiptCommands.RefundReceipt;
import za.lexohub.messages.receipt.ReceiptCommands.RepayReceipt;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptAllocationReversed;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptCancelled;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptOverdrawn;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRecorded;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRefunded;
import za.lexohub.messages.receipt.ReceiptEvents.ReceiptRepaid;
import za.lexohub.messages.receipt.ReceiptId;

class OverpaymentsTest {
  private static final long TOTAL = 3_162_500;

  private final Books books = new Books();
  private final Invoices inv = invoice().from(proForma().of(Samples.fresh("keeps")));
  private final PaymentId payment = PaymentId.random();

  @BeforeEach
  void anIssuedInvoice() {
    books.given(inv.generated(), inv.sent());
  }

  @Test
  void payWhatIsOpenAndKeepTheRestInOneAppend() {
    List<Object> events = books.when(inv.pay(payment, TOTAL + 500)).events();

    ReceiptRecorded rest = (ReceiptRecorded) events.get(2);
    assertThat(events)
        .containsExactly(
            inv.paid(payment, TOTAL, 0),
            new InvoicePaid(inv.id(), Money.cents(TOTAL), DATE),
            new ReceiptRecorded(
                rest.receiptId(),
                inv.tenant(),
                Money.cents(500),
                PaymentMethod.EFT,
                DATE,
                inv.id(),
                null,
                sealed("ref")));
    books
        .when(
            new RefundReceipt(
                rest.receiptId(), inv.tenant(), Money.cents(500), sealed("sent back")))
        .appends(
            new ReceiptRefunded(
                rest.receiptId(), Money.cents(500), sealed("sent back"), Money.ZERO));
  }

  @Test
  void theSamePaymentAgainChangesNothingAndAnotherUnderItsIdIsRefused() {
    books.after(inv.pay(payment, TOTAL + 500));

    books.when(inv.pay(payment, TOTAL + 500)).changesNothing();
    books.when(inv.pay(payment, TOTAL)).isRefusedBy(Rule.PAYMENT_ALREADY_RECORDED);
    books.when(inv.pay(payment, TOTAL + 501)).isRefusedBy(Rule.PAYMENT_ALREADY_RECORDED);
    books.after(inv.reverse(payment, DUE));
    books.when(inv.pay(payment, TOTAL + 500)).changesNothing();
  }

  @Test
  void theRestGoesWithAPaymentThatIsReversed() {
    ReceiptId rest = keptOf(payment);
    books
        .when(inv.reverse(payment, DUE))
        .appends(
            inv.reversed(payment, TOTAL, TOTAL),
            new InvoiceReopened(inv.id(), Money.cents(TOTAL), DUE),
            new ReceiptCancelled(rest, Money.cents(500)));
    books.when(refund(rest, 1)).isRefusedBy(Rule.RECEIPT_EXCEEDED);
    books.when(inv.reverse(payment, DUE)).isRefusedBy(Rule.PAYMENT_ALREADY_REVERSED);
  }

  @Test
  void aPaymentIsNotReversedWhileItsRestPaysSomethingElse() {
    ReceiptId rest = keptOf(payment);
    Invoices other = invoice().from(proForma().of(inv.tenant()));
    PaymentId onOther = PaymentId.random();
    books
        .given(other.generated(), other.sent())
        .after(
            new AllocateReceipt(rest, inv.tenant(), other.id(), onOther, Money.cents(500), DATE));
    books.when(inv.reverse(payment, DUE)).isRefusedBy(Rule.RECEIPT_EXCEEDED);
    books
        .when(other.reverse(onOther, DUE))
        .appends(
            other.reversed(onOther, 500, TOTAL),
            new ReceiptAllocationReversed(
                rest, other.id(), onOther, Money.cents(500), Money.cents(500)));
    assertThat(books.when(inv.reverse(payment, DUE)).events())
        .last()
        .isEqualTo(new ReceiptCancelled(rest, Money.cents(500)));
  }

  @Test
  void whatWentBackOfARestIsOwedOnceItsPaymentIsReversed() {
    ReceiptId rest = keptOf(payment);
    books.after(refund(rest, 120));
    books
        .when(inv.reverse(payment, DUE))
        .appends(
            inv.reversed(payment, TOTAL, TOTAL),
            new InvoiceReopened(inv.id(), Money.cents(TOTAL), DUE),
            new ReceiptOverdrawn(rest, Money.cents(380), Money.cents(120)));
    books.when(refund(rest, 1)).isRefusedBy(Rule.RECEIPT_EXCEEDED);
    books.when(inv.reverse(payment, DUE)).isRefusedBy(Rule.PAYMENT_ALREADY_REVERSED);
  }

  @Test
  void whatIsOwedIsRepaidInParts() {
    ReceiptId rest = keptOf(payment);
    books.after(refund(rest, 500)).after(inv.reverse(payment, DUE));
    UUID first = new UUID(0, 1);
    books
        .when(repay(rest, first, 200, DUE))
        .appends(
            new ReceiptRepaid(
                rest, first, Money.cents(200), PaymentMethod.EFT, DUE, Money.cents(300)));
    books.when(repay(rest, first, 200, DUE)).changesNothing();
    books.when(repay(rest, first, 300, DUE)).isRefusedBy(Rule.PAYMENT_ALREADY_RECORDED);
    books.when(repay(rest, new UUID(0, 2), 301, DUE)).isRefusedBy(Rule.RECEIPT_EXCEEDED);
    books
        .when(repay(rest, new UUID(0, 2), 300, DUE.plusDays(1)))
        .isRefusedBy(Rule.PAYMENT_DATE_IN_FUTURE);
    books.after(repay(rest, new UUID(0, 2), 300, DUE));
    books.when(repay(rest, new UUID(0, 3), 1, DUE)).isRefusedBy(Rule.RECEIPT_EXCEEDED);
  }

  @Test
  void nothingIsRepaidWhereNothingIsOwed() {
    ReceiptId rest = keptOf(payment);
    books.when(repay(rest, new UUID(0, 1), 1, DUE)).isRefusedBy(Rule.RECEIPT_EXCEEDED);
    books
        .when(
            new RepayReceipt(
                rest,
                Samples.fresh("keeps"),
                new UUID(0, 1),
                Money.cents(1),
                PaymentMethod.EFT,
                DUE,
                DUE))
        .findsNothing();
  }

  private RepayReceipt repay(ReceiptId receipt, UUID id, long cents, LocalDate on) {
    return new RepayReceipt(
        receipt, inv.tenant(), id, Money.cents(cents), PaymentMethod.EFT, on, DUE);
  }

  private ReceiptId keptOf(PaymentId id) {
    return ((ReceiptRecorded) books.when(inv.pay(id, TOTAL + 500)).events().get(2)).receiptId();
  }

  private RefundReceipt refund(ReceiptId receipt, long cents) {
    return new RefundReceipt(receipt, inv.tenant(), Money.cents(cents), sealed("sent back"));
  }

  @Test
  void anotherInvoicesPaymentMayHaveTheSameId() {
    Invoices other = invoice().from(proForma().of(inv.tenant()));
    books.given(other.generated(), other.sent());
    books.after(inv.pay(payment, TOTAL + 500));

    assertThat(books.when(other.pay(payment, TOTAL + 7)).events()).hasSize(3);
  }

  @Test
  void nothingIsKeptOfAPaymentThatFits() {
    books
        .when(inv.pay(payment, TOTAL))
        .appends(inv.paid(payment, TOTAL, 0), new InvoicePaid(inv.id(), Money.cents(TOTAL), DATE));
  }

  @Test
  void anInvoiceOnWhichNothingIsOpenTakesNothing() {
    books.given(inv.paid(PaymentId.random(), TOTAL, 0));
    books.when(inv.pay(payment, 1)).isRefusedBy(Rule.INVOICE_ALREADY_PAID);
  }

  @Test
  void aDayToComeAndADraftAreRefusedAsEver() {
    books
        .when(
            new RecordPayment(
                inv.id(),
                inv.tenant(),
                payment,
                Money.cents(TOTAL + 1),
                PaymentMethod.EFT,
                DATE.plusDays(1),
                null,
                DATE))
        .isRefusedBy(Rule.PAYMENT_DATE_IN_FUTURE);
    Invoices draft = invoice().from(proForma().of(inv.tenant()));
    books.given(draft.generated());
    books.when(draft.pay(payment, TOTAL + 1)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
  }

  @Test
  void areRefusedByAPracticeThatDoesNotKeepThem() {
    Invoices strict = invoice().from(proForma().of(Samples.fresh("jhb")));
    books.given(strict.generated(), strict.sent());
    books.when(strict.pay(payment, TOTAL + 1)).isRefusedBy(Rule.PAYMENT_EXCEEDS_BALANCE);
  }

  @Test
  void aVersionBeforeTheLastChangeOfTheInvoiceConflicts() {
    books
        .when(inv.pay(payment, TOTAL + 1), Map.of(MetadataKeys.EXPECTED_VERSION, "1"))
        .conflictsWithVersion(2);
    assertThat(books.when(inv.pay(payment, 5), Map.of(MetadataKeys.EXPECTED_VERSION, "2")).events())
        .first()
        .isInstanceOf(PaymentRecorded.class);
  }
}
