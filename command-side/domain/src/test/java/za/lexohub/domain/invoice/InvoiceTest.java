package za.lexohub.domain.invoice;

import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.AT;
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
import za.lexohub.messages.invoice.InvoiceCommands;
import za.lexohub.messages.invoice.InvoiceCommands.*;
import za.lexohub.messages.invoice.InvoiceEvents.*;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.money.Money;

class InvoiceTest {
  private static final Invoices INV = invoice();
  private static final InvoiceId ID = INV.id();
  private static final TenantId JHB = INV.tenant();
  private static final long TOTAL = 3_162_500;
  private static final PaymentId FIRST = PaymentId.random();
  private static final PaymentId SECOND = PaymentId.random();
  private static final LocalDate PAST_DUE = DUE.plusDays(1);

  private final Specification<Invoice> draft =
      Invoices.specification().given(INV.generated());
  private final InvoicePdfRequested original = new InvoicePdfRequested(ID, PdfKind.ORIGINAL, 1);
  private final Specification<Invoice> issued = draft.given(INV.sent(), original);
  private final InvoicePaid paid = new InvoicePaid(ID, Money.cents(TOTAL), DATE);
  private final Specification<Invoice> settled = issued.given(INV.paid(FIRST, TOTAL, 0), paid);
  private final InvoicePartiallyPaid partly =
      new InvoicePartiallyPaid(ID, Money.cents(1_000_000), Money.cents(2_162_500));
  private final Specification<Invoice> partPaid =
      issued.given(INV.paid(FIRST, 1_000_000, 2_162_500), partly);
  private final Specification<Invoice> voided =
      issued.given(
          new InvoiceVoided(ID, "INV-2026-0001", INV.proForma().id(), sealed("wrong client")));
  private final InvoiceBecameOverdue overdue =
      new InvoiceBecameOverdue(ID, PAST_DUE, Money.cents(TOTAL));

  @Nested
  class Resending {
    private final ResendInvoice resend = new ResendInvoice(ID, JHB, AT);

    private InvoiceNotificationRequested mail(int delivery) {
      return new InvoiceNotificationRequested(ID, "final-invoice", Recipient.ATTORNEY, delivery);
    }

    @Test
    void mailsTheOriginalOnceMoreEveryTime() {
      InvoiceResent again = new InvoiceResent(ID, 2, AT);

      issued.when(resend).publishes(again, mail(2));
      issued.given(again, mail(2)).when(resend).publishes(new InvoiceResent(ID, 3, AT), mail(3));
    }

    @Test
    void isRefusedUnlessIssuedAndOpen() {
      draft.when(resend).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
      voided.when(resend).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
      settled.when(resend).isRefusedBy(Rule.INVOICE_ALREADY_PAID);
    }
  }

  @Nested
  class Viewing {
    private final RecordInvoiceViewed view = new RecordInvoiceViewed(ID, JHB, AT);

    @Test
    void isRecordedTheFirstTime() {
      issued.when(view).publishes(new InvoiceViewed(ID, AT));
      issued.given(new InvoiceViewed(ID, AT)).when(view).changesNothing();
    }

    @Test
    void isRefusedUnlessIssued() {
      draft.when(view).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
    }
  }

  @Nested
  class BecomingOverdue {
    private MarkInvoiceOverdue mark(LocalDate today) {
      return new MarkInvoiceOverdue(ID, JHB, today);
    }

    @Test
    void theDayAfterTheDueDate() {
      issued.when(mark(DUE)).changesNothing();
      issued.when(mark(PAST_DUE)).publishes(overdue);
    }

    @Test
    void withTheBalanceThatIsOpen() {
      partPaid
          .when(mark(PAST_DUE))
          .publishes(new InvoiceBecameOverdue(ID, PAST_DUE, Money.cents(2_162_500)));
    }

    @Test
    void notTwiceNotWhenPaidVoidOrDraft() {
      issued.given(overdue).when(mark(PAST_DUE.plusDays(9))).changesNothing();
      settled.when(mark(PAST_DUE)).changesNothing();
      voided.when(mark(PAST_DUE)).changesNothing();
      draft.when(mark(PAST_DUE)).changesNothing();
    }
  }

  @Nested
  class Paying {
    @Test
    void aPart() {
      issued
          .when(INV.pay(FIRST, 1_000_000))
          .publishes(INV.paid(FIRST, 1_000_000, 2_162_500), partly);
    }

    @Test
    void theRest() {
      partPaid.when(INV.pay(SECOND, 2_162_500)).publishes(INV.paid(SECOND, 2_162_500, 0), paid);
    }

    @Test
    void allButOneCentLeavesItOpen() {
      issued
          .when(INV.pay(FIRST, TOTAL - 1))
          .publishes(
              INV.paid(FIRST, TOTAL - 1, 1),
              new InvoicePartiallyPaid(ID, Money.cents(TOTAL - 1), Money.cents(1)));
    }

    @Test
    void theSamePaymentAgainChangesNothing() {
      partPaid.when(INV.pay(FIRST, 1_000_000)).changesNothing();
      settled.when(INV.pay(FIRST, TOTAL)).changesNothing();
      partPaid
          .given(INV.reversed(FIRST, 1_000_000, TOTAL))
          .when(INV.pay(FIRST, 1_000_000))
          .changesNothing();
    }

    @Test
    void itIsPaidOnTheLatestDayHoweverLateAnEarlierPaymentIsRecorded() {
      RecordPayment earlier =
          new RecordPayment(
              ID,
              JHB,
              SECOND,
              Money.cents(2_162_500),
              PaymentMethod.EFT,
              DATE.minusDays(3),
              null,
              DATE);

      partPaid
          .when(earlier)
          .publishes(
              new PaymentRecorded(
                  ID,
                  SECOND,
                  Money.cents(2_162_500),
                  PaymentMethod.EFT,
                  DATE.minusDays(3),
                  null,
                  Money.ZERO),
              new InvoicePaid(ID, Money.cents(TOTAL), DATE));
      issued
          .given(INV.paid(FIRST, 1_000_000, 2_162_500), partly)
          .given(INV.reversed(FIRST, 1_000_000, TOTAL))
          .when(
              new RecordPayment(
                  ID,
                  JHB,
                  SECOND,
                  Money.cents(TOTAL),
                  PaymentMethod.EFT,
                  DATE.minusDays(3),
                  null,
                  DATE))
          .publishes(
              new PaymentRecorded(
                  ID,
                  SECOND,
                  Money.cents(TOTAL),
                  PaymentMethod.EFT,
                  DATE.minusDays(3),
                  null,
                  Money.ZERO),
              new InvoicePaid(ID, Money.cents(TOTAL), DATE.minusDays(3)));
    }

    @Test
    void aRepeatIsKnownWithoutItsSealedReference() {
      partPaid
          .when(
              new RecordPayment(
                  ID,
                  JHB,
                  FIRST,
                  Money.cents(1_000_000),
                  PaymentMethod.EFT,
                  DATE,
                  sealed("sealed once more"),
                  DATE))
          .changesNothing();
    }

    @Test
    void anotherPaymentUnderTheSameIdIsRefused() {
      partPaid.when(INV.pay(FIRST, 999)).isRefusedBy(Rule.PAYMENT_ALREADY_RECORDED);
      partPaid
          .when(
              new RecordPayment(
                  ID,
                  JHB,
                  FIRST,
                  Money.cents(1_000_000),
                  PaymentMethod.CASH,
                  DATE,
                  sealed("ref"),
                  DATE))
          .isRefusedBy(Rule.PAYMENT_ALREADY_RECORDED);
    }

    @Test
    void moreThanTheBalanceIsRefused() {
      issued.when(INV.pay(FIRST, TOTAL + 1)).isRefusedBy(Rule.PAYMENT_EXCEEDS_BALANCE);
      partPaid.when(INV.pay(SECOND, 2_162_501)).isRefusedBy(Rule.PAYMENT_EXCEEDS_BALANCE);
      settled.when(INV.pay(SECOND, 1)).isRefusedBy(Rule.INVOICE_ALREADY_PAID);
    }

    @Test
    void onADayToComeIsRefused() {
      issued
          .when(
              new RecordPayment(
                  ID, JHB, FIRST, Money.cents(1), PaymentMethod.EFT, DATE.plusDays(1), null, DATE))
          .isRefusedBy(Rule.PAYMENT_DATE_IN_FUTURE);
    }

    @Test
    void isRefusedUnlessIssued() {
      draft.when(INV.pay(FIRST, 1)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
      voided.when(INV.pay(FIRST, 1)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
    }
  }

  @Nested
  class Reversing {
    private final InvoiceReopened reopened = new InvoiceReopened(ID, Money.cents(TOTAL), DUE);

    @Test
    void aPartLeavesMoreOpen() {
      partPaid.when(INV.reverse(FIRST, DUE)).publishes(INV.reversed(FIRST, 1_000_000, TOTAL));
    }

    @Test
    void ofAPaidInvoiceReopensIt() {
      settled.when(INV.reverse(FIRST, DUE)).publishes(INV.reversed(FIRST, TOTAL, TOTAL), reopened);
    }

    @Test
    void ofAPaidInvoicePastDueMakesItOverdueToo() {
      settled
          .when(INV.reverse(FIRST, PAST_DUE))
          .publishes(INV.reversed(FIRST, TOTAL, TOTAL), reopened, overdue);
      issued
          .given(overdue, INV.paid(FIRST, TOTAL, 0), paid)
          .when(INV.reverse(FIRST, PAST_DUE))
          .publishes(INV.reversed(FIRST, TOTAL, TOTAL), reopened, overdue);
    }

    @Test
    void ofAnOverdueInvoiceDoesNotSaySoAgain() {
      partPaid
          .given(new InvoiceBecameOverdue(ID, PAST_DUE, Money.cents(2_162_500)))
          .when(INV.reverse(FIRST, PAST_DUE))
          .publishes(INV.reversed(FIRST, 1_000_000, TOTAL));
    }

    @Test
    void isRefusedUnlessThePaymentStands() {
      issued.when(INV.reverse(FIRST, DUE)).isRefusedBy(Rule.PAYMENT_UNKNOWN);
      partPaid
          .given(INV.reversed(FIRST, 1_000_000, TOTAL))
          .when(INV.reverse(FIRST, DUE))
          .isRefusedBy(Rule.PAYMENT_ALREADY_REVERSED);
    }
  }

  static List<InvoiceCommands> everyCommandOfAStranger() {
    TenantId stranger = Samples.STRANGER;
    Invoices theirs = INV.from(INV.proForma().of(stranger));
    return List.of(
        theirs.update(theirs.proForma().lines(), null, null, DATE),
        new ApplyInvoiceDiscount(ID, stranger, Money.cents(1), null),
        theirs.send(DATE, DATE),
        new ResendInvoice(ID, stranger, AT),
        new RecordInvoiceViewed(ID, stranger, AT),
        new MarkInvoiceOverdue(ID, stranger, PAST_DUE),
        theirs.pay(FIRST, 1),
        theirs.reverse(FIRST, DATE),
        new RequestInvoicePdf(ID, stranger, PdfKind.DRAFT, 1),
        new RecordInvoicePdf(ID, stranger, PdfKind.DRAFT, 1, "k", "s", 1, "t", "v"),
        new RecordInvoicePdfFailure(ID, stranger, PdfKind.DRAFT, 1, "x"),
        new RequestInvoiceNotification(ID, stranger, "x", Recipient.ADVOCATE, 1),
        new RecordInvoiceNotification(ID, stranger, "x", Recipient.ADVOCATE, 1, "m"),
        new RecordInvoiceNotificationFailure(ID, stranger, "x", Recipient.ADVOCATE, 1, "x"));
  }

  @ParameterizedTest
  @MethodSource("everyCommandOfAStranger")
  void anotherTenantFindsNothing(InvoiceCommands command) {
    partPaid.when(command).findsNothing();
  }

  @Test
  void aCommandForAVersionBeforeTheLastChangeConflicts() {
    issued.whenVersionIsExpected(1, INV.pay(FIRST, 1)).conflictsWithVersion(3);
    issued
        .whenVersionIsExpected(3, INV.pay(FIRST, 1_000_000))
        .publishes(INV.paid(FIRST, 1_000_000, 2_162_500), partly);
    issued.whenVersionIsExpected(4, INV.pay(FIRST, 1)).conflictsWithVersion(3);
    issued
        .whenVersionIsExpected(1, new RequestInvoicePdf(ID, JHB, PdfKind.DRAFT, 1))
        .conflictsWithVersion(3);
  }

  @Test
  void aVersionThatMissesOnlyTheRenderingIsAdmitted() {
    issued
        .whenVersionIsExpected(2, INV.pay(FIRST, 1_000_000))
        .publishes(INV.paid(FIRST, 1_000_000, 2_162_500), partly);
  }
}
