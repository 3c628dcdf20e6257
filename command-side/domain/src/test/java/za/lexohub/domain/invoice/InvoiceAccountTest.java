package za.lexohub.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.DATE;
import static za.lexohub.domain.invoice.Invoices.DUE;
import static za.lexohub.domain.invoice.Invoices.invoice;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.invoice.InvoiceCommands;
import za.lexohub.messages.invoice.InvoiceCommands.IssueInvoiceLink;
import za.lexohub.messages.invoice.InvoiceCommands.MarkInvoiceOverdue;
import za.lexohub.messages.invoice.InvoiceCommands.ReconcilePayment;
import za.lexohub.messages.invoice.InvoiceCommands.RequestPaymentReceipt;
import za.lexohub.messages.invoice.InvoiceCommands.WriteOffInvoice;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceLinkIssued;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSettled;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReconciled;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.money.Money;

class InvoiceAccountTest {
  private static final Invoices INV = invoice();
  private static final InvoiceId ID = INV.id();
  private static final TenantId JHB = INV.tenant();
  private static final long TOTAL = 3_162_500;
  private static final PaymentId FIRST = PaymentId.random();
  private static final PaymentId SECOND = PaymentId.random();
  private static final CreditNoteId NOTE = CreditNoteId.random();

  private final Specification<Invoice> draft =
      Invoices.specification().given(INV.generated());
  private final Specification<Invoice> issued = draft.given(INV.sent());
  private final Specification<Invoice> settled =
      issued.given(INV.paid(FIRST, TOTAL, 0), new InvoicePaid(ID, Money.cents(TOTAL), DATE));
  private final Specification<Invoice> writtenOff = issued.given(offBooks(TOTAL, 0));

  private static WriteOffInvoice writeOff(long cents) {
    return new WriteOffInvoice(ID, JHB, Money.cents(cents), sealed("hopeless"));
  }

  private static InvoiceWrittenOff offBooks(long cents, long balance) {
    return new InvoiceWrittenOff(ID, Money.cents(cents), sealed("hopeless"), Money.cents(balance));
  }

  private static CreditNoteApplied credited(long cents, long balance) {
    return new CreditNoteApplied(
        ID, NOTE, "CN-2026-0001", 1, Money.cents(cents), Money.cents(balance));
  }

  @Nested
  class WritingOff {
    @Test
    void aPartLeavesTheRestOpen() {
      issued.when(writeOff(1_000_000)).publishes(offBooks(1_000_000, 2_162_500));
      issued
          .given(offBooks(1_000_000, 2_162_500))
          .when(INV.pay(FIRST, 2_162_500))
          .publishes(
              INV.paid(FIRST, 2_162_500, 0), new InvoicePaid(ID, Money.cents(2_162_500), DATE));
    }

    @Test
    void theWholeEndsIt() {
      issued.when(writeOff(TOTAL)).publishes(offBooks(TOTAL, 0));
      writtenOff.when(INV.pay(FIRST, 1)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
      writtenOff.when(writeOff(1)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
      writtenOff.when(new MarkInvoiceOverdue(ID, JHB, DUE.plusDays(1))).changesNothing();
    }

    @Test
    void aPaymentThatDidNotHoldOpensAWrittenOffInvoiceAgain() {
      issued
          .given(INV.paid(FIRST, 1_000_000, 2_162_500), offBooks(2_162_500, 0))
          .when(INV.reverse(FIRST, DUE))
          .publishes(
              INV.reversed(FIRST, 1_000_000, 1_000_000),
              new InvoiceReopened(ID, Money.cents(1_000_000), DUE));
      issued
          .given(INV.paid(FIRST, 1_000_000, 2_162_500), offBooks(2_162_500, 0))
          .given(
              INV.reversed(FIRST, 1_000_000, 1_000_000),
              new InvoiceReopened(ID, Money.cents(1_000_000), DUE))
          .when(writeOff(1_000_000))
          .publishes(offBooks(1_000_000, 0));
    }

    @Test
    void isRefusedUnlessIssuedAndForMoreThanIsOpen() {
      draft.when(writeOff(1)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
      settled.when(writeOff(1)).isRefusedBy(Rule.INVOICE_ALREADY_PAID);
      issued.when(writeOff(TOTAL + 1)).isRefusedBy(Rule.AMOUNT_EXCEEDS_BALANCE);
      assertThatThrownBy(() -> writeOff(0)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class Reconciling {
    private ReconcilePayment reconcile(PaymentId payment, LocalDate on) {
      return new ReconcilePayment(ID, JHB, payment, on, sealed("FNB 1"), DATE);
    }

    private final PaymentReconciled reconciled =
        new PaymentReconciled(ID, FIRST, DATE, sealed("FNB 1"));

    @Test
    void aStandingPayment() {
      settled.when(reconcile(FIRST, DATE)).publishes(reconciled);
    }

    @Test
    void isRefusedTwiceForUnknownOrReversedPaymentsAndOnADayToCome() {
      settled
          .given(reconciled)
          .when(reconcile(FIRST, DATE))
          .isRefusedBy(Rule.PAYMENT_ALREADY_RECONCILED);
      settled.when(reconcile(SECOND, DATE)).isRefusedBy(Rule.PAYMENT_UNKNOWN);
      settled.when(reconcile(FIRST, DATE.plusDays(1))).isRefusedBy(Rule.PAYMENT_DATE_IN_FUTURE);
      issued
          .given(INV.paid(FIRST, 1, TOTAL - 1), INV.reversed(FIRST, 1, TOTAL))
          .when(reconcile(FIRST, DATE))
          .isRefusedBy(Rule.PAYMENT_ALREADY_REVERSED);
    }

    @Test
    void doesNotKeepThePaymentFromBeingReversed() {
      settled
          .given(reconciled)
          .when(INV.reverse(FIRST, DUE))
          .publishes(
              INV.reversed(FIRST, TOTAL, TOTAL), new InvoiceReopened(ID, Money.cents(TOTAL), DUE));
    }
  }

  @Nested
  class AskingForAReceipt {
    private RequestPaymentReceipt receipt(PaymentId payment) {
      return new RequestPaymentReceipt(ID, JHB, payment);
    }

    private InvoicePdfRequested rendering(int ordinal) {
      return new InvoicePdfRequested(ID, PdfKind.RECEIPT, ordinal);
    }

    private final Specification<Invoice> twicePaid =
        issued.given(INV.paid(FIRST, 1_000_000, 2_162_500), INV.paid(SECOND, 1, 2_162_499));

    @Test
    void rendersThatOfThePaymentNamedOrOfTheLastOneThatStands() {
      twicePaid.when(receipt(FIRST)).publishes(rendering(1));
      twicePaid.when(receipt(null)).publishes(rendering(2));
      twicePaid
          .given(INV.reversed(SECOND, 1, 2_162_500))
          .when(receipt(null))
          .publishes(rendering(1));
    }

    @Test
    void rendersNoneTwice() {
      twicePaid
          .given(rendering(2), new InvoicePdfStored(ID, PdfKind.RECEIPT, 2, "k", "s", 1, "t", "v"))
          .when(receipt(null))
          .changesNothing();
    }

    @Test
    void isRefusedWithoutAPaymentThatStands() {
      issued.when(receipt(null)).isRefusedBy(Rule.PAYMENT_UNKNOWN);
      twicePaid.when(receipt(PaymentId.random())).isRefusedBy(Rule.PAYMENT_UNKNOWN);
      twicePaid
          .given(INV.reversed(SECOND, 1, 2_162_500))
          .when(receipt(SECOND))
          .isRefusedBy(Rule.PAYMENT_ALREADY_REVERSED);
      draft.when(receipt(null)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
    }
  }

  @Nested
  class IssuingALink {
    private IssueInvoiceLink link(String hash, int generation) {
      return new IssueInvoiceLink(ID, JHB, hash, generation);
    }

    @Test
    void makesTheOneBeforeWorthlessAndIsRepeatable() {
      issued.when(link("a", 1)).publishes(new InvoiceLinkIssued(ID, "a", 1));
      Specification<Invoice> linked = issued.given(new InvoiceLinkIssued(ID, "a", 1));
      linked.when(link("a", 1)).changesNothing();
      linked.when(link("b", 2)).publishes(new InvoiceLinkIssued(ID, "b", 2));
    }

    @Test
    void isRefusedUnlessIssuedAndOfTheNextGeneration() {
      draft.when(link("a", 1)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
      issued.when(link("a", 2)).isRefusedBy(Rule.LINK_GENERATION_STALE);
    }
  }

  @Test
  void aPaymentOutOfClientMoneyIsNotReversedHere() {
    for (PaymentMethod method : List.of(PaymentMethod.RETAINER, PaymentMethod.TRUST_TRANSFER)) {
      issued
          .given(
              new PaymentRecorded(
                  ID, FIRST, Money.cents(1), method, DATE, null, Money.cents(TOTAL - 1)))
          .when(INV.reverse(FIRST, DUE))
          .isRefusedBy(Rule.PAYMENT_FROM_CLIENT_MONEY);
    }
  }

  @Test
  void aReversalOpensWhatACreditHadSettledAndItIsOverdueAgainWhenItIs() {
    issued
        .given(
            new InvoiceBecameOverdue(ID, DUE.plusDays(1), Money.cents(TOTAL)),
            INV.paid(FIRST, 1_000_000, 2_162_500),
            credited(2_162_500, 0),
            new InvoiceSettled(ID, DATE))
        .when(INV.reverse(FIRST, DUE.plusDays(3)))
        .publishes(
            INV.reversed(FIRST, 1_000_000, 1_000_000),
            new InvoiceReopened(ID, Money.cents(1_000_000), DUE),
            new InvoiceBecameOverdue(ID, DUE.plusDays(1), Money.cents(1_000_000)));
  }

  static List<InvoiceCommands> everyCommandOfAStranger() {
    TenantId stranger = Samples.STRANGER;
    return List.of(
        new WriteOffInvoice(ID, stranger, Money.cents(1), sealed("x")),
        new ReconcilePayment(ID, stranger, FIRST, DATE, null, DATE),
        new RequestPaymentReceipt(ID, stranger, null),
        new IssueInvoiceLink(ID, stranger, "a", 1));
  }

  @ParameterizedTest
  @MethodSource("everyCommandOfAStranger")
  void anotherTenantFindsNothing(InvoiceCommands command) {
    settled.when(command).findsNothing();
  }

  @Nested
  class Booking {
    private final Account account = Account.owing(Money.cents(TOTAL));

    @Test
    void findsAnEventThatWasDecidedWrongly() {
      assertThatThrownBy(() -> account.with(INV.paid(FIRST, 1_000_000, TOTAL)))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> account.with(offBooks(TOTAL + 1, -1)))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> account.with(credited(5, TOTAL)))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(
              () ->
                  account.with(
                      new DebitNoteApplied(
                          ID, NOTE, "DN-2026-0001", 1, Money.cents(1), Money.cents(TOTAL))))
          .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theVatOfAllCreditsIsTheVatOfTheInvoiceHoweverTheyAreCut() {
      Money vat = Money.cents(412_500);
      assertThat(account.creditVat(Money.cents(TOTAL), vat)).isEqualTo(vat);
      assertThat(account.creditVat(Money.cents(100), vat)).isEqualTo(Money.cents(13));
      Account later = account;
      Money sum = Money.ZERO;
      for (long open = TOTAL; open > 0; open -= 31_625) {
        sum = sum.plus(later.creditVat(Money.cents(31_625), vat));
        later = later.with(credited(31_625, open - 31_625));
      }
      assertThat(sum).isEqualTo(vat);
    }
  }
}
