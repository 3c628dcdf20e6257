package za.lexohub.domain.invoice;

import static za.lexohub.domain.Samples.sealed;
import static za.lexohub.domain.invoice.Invoices.DATE;
import static za.lexohub.domain.invoice.Invoices.DUE;
import static za.lexohub.domain.invoice.Invoices.invoice;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Samples;
import za.lexohub.domain.Specification;
import za.lexohub.messages.Rule;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.AcknowledgeDebt;
import za.lexohub.messages.invoice.InvoiceCommands.WarnOfPrescription;
import za.lexohub.messages.invoice.InvoiceEvents.*;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;

/** A debt that fell due on 6 November 2026 and prescribes on 6 November 2029. */
class PrescriptionTest {
  private static final Invoices INV = invoice();
  private static final InvoiceId ID = INV.id();
  private static final TenantId JHB = INV.tenant();
  private static final Money TOTAL = Money.cents(3_162_500);
  private static final LocalDate END = DUE.plusYears(3);
  private static final PaymentId PAYMENT = PaymentId.random();

  private final Specification<Invoice> draft =
      Specification.of(Invoice.class, Invoices.TERMS, Samples.PRACTICES).given(INV.generated());
  private final Specification<Invoice> issued = draft.given(INV.sent());
  private final Specification<Invoice> settled =
      issued.given(INV.paid(PAYMENT, 3_162_500, 0), new InvoicePaid(ID, TOTAL, DATE));

  private static WarnOfPrescription warn(LocalDate today) {
    return new WarnOfPrescription(ID, JHB, today);
  }

  private static AcknowledgeDebt acknowledge(LocalDate on, LocalDate today) {
    return new AcknowledgeDebt(ID, JHB, on, sealed("by letter"), today);
  }

  private static PaymentRecorded paidOn(LocalDate day) {
    return new PaymentRecorded(
        ID, PAYMENT, Money.cents(100), PaymentMethod.EFT, day, null, Money.cents(3_162_400));
  }

  @Test
  void isWarnedOfOnceAtEachMark() {
    LocalDate day = DUE.plusMonths(30);
    PrescriptionWarned warned = new PrescriptionWarned(ID, 30, END);

    issued.when(warn(day.minusDays(1))).changesNothing();
    issued.when(warn(day)).publishes(warned);
    issued.given(warned).when(warn(day.plusDays(1))).changesNothing();
    issued
        .given(warned)
        .when(warn(DUE.plusMonths(33)))
        .publishes(new PrescriptionWarned(ID, 33, END));
  }

  @Test
  void aMarkThatWasMissedIsPassedOver() {
    issued.when(warn(DUE.plusMonths(34))).publishes(new PrescriptionWarned(ID, 33, END));
    issued
        .given(new PrescriptionWarned(ID, 33, END))
        .when(warn(END.minusDays(1)))
        .publishes(new PrescriptionWarned(ID, 35, END));
  }

  @Test
  void nothingIsDoneOnceTheDebtHasPrescribed() {
    issued.when(warn(END)).changesNothing();
    issued.when(warn(END.plusYears(1))).changesNothing();
  }

  @Test
  void beginsAnewWithAPaymentAndIsWarnedOfAnew() {
    LocalDate paid = LocalDate.of(2027, 3, 1);
    Specification<Invoice> again = issued.given(new PrescriptionWarned(ID, 30, END), paidOn(paid));

    again.when(warn(DUE.plusMonths(30))).changesNothing();
    again
        .when(warn(paid.plusMonths(30)))
        .publishes(new PrescriptionWarned(ID, 30, paid.plusYears(3)));
  }

  @Test
  void doesNotGoBackWhenThePaymentDidNotHold() {
    LocalDate paid = LocalDate.of(2027, 3, 1);

    issued
        .given(
            paidOn(paid),
            new PaymentReversed(ID, PAYMENT, Money.cents(100), sealed("bounced"), TOTAL))
        .when(warn(DUE.plusMonths(30)))
        .changesNothing();
  }

  @Test
  void doesNotBeginBeforeTheDebtIsDue() {
    issued
        .given(paidOn(DATE))
        .when(warn(DUE.plusMonths(30)))
        .publishes(new PrescriptionWarned(ID, 30, END));
  }

  @Test
  void beginsAnewWithAnAcknowledgement() {
    LocalDate day = LocalDate.of(2027, 5, 3);
    DebtAcknowledged acknowledged = new DebtAcknowledged(ID, day, sealed("by letter"));

    issued.when(acknowledge(day, day)).publishes(acknowledged);
    issued
        .given(acknowledged)
        .when(warn(day.plusMonths(35)))
        .publishes(new PrescriptionWarned(ID, 35, day.plusYears(3)));
  }

  @Test
  void onlyWhatIsOwedIsAcknowledgedAndNotBeforehand() {
    draft.when(acknowledge(DUE, DUE)).isRefusedBy(Rule.INVOICE_NOT_ISSUED);
    settled.when(acknowledge(DUE, DUE)).isRefusedBy(Rule.INVOICE_ALREADY_PAID);
    issued.when(acknowledge(DUE.plusDays(1), DUE)).isRefusedBy(Rule.PAYMENT_DATE_IN_FUTURE);
  }

  @Test
  void nobodyIsWarnedWhereNothingIsOwed() {
    draft.when(warn(DUE.plusMonths(30))).changesNothing();
    settled.when(warn(DUE.plusMonths(30))).changesNothing();
  }
}
