package za.lexohub.domain.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import za.lexohub.messages.Rule;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;

/**
 * The account of an issued invoice, kept by double entry: what was billed equals what was paid,
 * credited and written off, and what is still open (I3). The open side is what the events say, the
 * other side is summed up here, so an event that was decided wrongly is found when it is booked.
 *
 * @param billed the total of the invoice, which never changes
 * @param debited by debit notes
 * @param credited by credit notes
 * @param open never below zero
 */
record Account(
    Money billed,
    Money debited,
    Money credited,
    Money writtenOff,
    Money open,
    int debitNotes,
    int creditNotes,
    Map<PaymentId, Payment> recorded) {

  /**
   * @param ordinal counts the payments of the invoice, from 1, reversed ones included
   */
  record Payment(
      int ordinal,
      Money amount,
      PaymentMethod method,
      LocalDate date,
      boolean reversed,
      boolean reconciled) {}

  /**
   * @throws IllegalStateException when the two sides differ
   */
  Account {
    recorded = Map.copyOf(recorded);
    Money closed = standing(recorded).plus(credited).plus(writtenOff);
    if (open.isNegative() || !billed.plus(debited).equals(closed.plus(open))) {
      throw new IllegalStateException(
          "billed %s, debited %s, closed %s, open %s"
              .formatted(billed.amount(), debited.amount(), closed.amount(), open.amount()));
    }
  }

  static Account owing(Money total) {
    return new Account(total, Money.ZERO, Money.ZERO, Money.ZERO, total, 0, 0, Map.of());
  }

  private static Money standing(Map<PaymentId, Payment> recorded) {
    return recorded.values().stream()
        .filter(payment -> !payment.reversed())
        .map(Payment::amount)
        .reduce(Money.ZERO, Money::plus);
  }

  Money paid() {
    return standing(recorded);
  }

  /** What the invoice comes to with all its notes. */
  Money owed() {
    return billed.plus(debited).minus(credited);
  }

  boolean isSettled() {
    return open.isZero();
  }

  /** The day of the last standing payment, the one on that day included. */
  LocalDate lastDay(LocalDate day) {
    return recorded.values().stream()
        .filter(payment -> !payment.reversed())
        .map(Payment::date)
        .reduce(day, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** As {@link #lastDay}, but a reversed payment is an entry in the books too. */
  LocalDate lastEntry(LocalDate day) {
    return recorded.values().stream()
        .map(Payment::date)
        .reduce(day, (one, other) -> one.isAfter(other) ? one : other);
  }

  /**
   * The same payment was recorded before, even if it was reversed since; refused when its id was
   * used for another.
   */
  boolean isRepeat(PaymentId paymentId, Money amount, PaymentMethod method, LocalDate date) {
    Payment known = recorded.get(paymentId);
    if (known == null) {
      return false;
    }
    Lifecycle.require(
        known.amount().equals(amount) && known.method() == method && known.date().equals(date),
        Rule.PAYMENT_ALREADY_RECORDED,
        "has another payment with this id");
    return true;
  }

  void requireUnknown(PaymentId paymentId) {
    Lifecycle.require(
        !recorded.containsKey(paymentId),
        Rule.PAYMENT_ALREADY_RECORDED,
        "has a payment with this id");
  }

  void requireAcceptable(Money amount, LocalDate date, LocalDate today) {
    Lifecycle.require(!isSettled(), Rule.INVOICE_ALREADY_PAID, "is paid");
    requireNotAbove(amount, Rule.PAYMENT_EXCEEDS_BALANCE);
    Lifecycle.require(
        !date.isAfter(today), Rule.PAYMENT_DATE_IN_FUTURE, "cannot be paid on a day to come");
  }

  /** For what is taken off in other ways than by payment. */
  void requireCovers(Money amount) {
    Lifecycle.require(!isSettled(), Rule.INVOICE_ALREADY_PAID, "has nothing open");
    requireNotAbove(amount, Rule.AMOUNT_EXCEEDS_BALANCE);
  }

  private void requireNotAbove(Money amount, Rule rule) {
    Lifecycle.require(
        !amount.exceeds(open), rule, "has a balance of only R " + open.toDecimal().toPlainString());
  }

  Payment requireStanding(PaymentId paymentId) {
    Payment payment = recorded.get(paymentId);
    Lifecycle.require(payment != null, Rule.PAYMENT_UNKNOWN, "has no such payment");
    Lifecycle.require(
        !payment.reversed(), Rule.PAYMENT_ALREADY_REVERSED, "had this payment reversed already");
    return payment;
  }

  /** The last payment that stands. */
  Optional<Payment> lastStanding() {
    return recorded.values().stream()
        .filter(payment -> !payment.reversed())
        .max(Comparator.comparingInt(Payment::ordinal));
  }

  /** Nothing was booked on it that a voiding would leave without a document. */
  void requireUntouched() {
    Lifecycle.require(
        paid().isZero(), Rule.INVOICE_HAS_PAYMENTS, "has payments; a credit note is the way");
    Lifecycle.require(
        creditNotes == 0 && debitNotes == 0 && writtenOff.isZero(),
        Rule.INVOICE_HAS_CREDITS,
        "has credits, debits or write-offs; a credit note is the way");
  }

  /**
   * The VAT in the next credit: {@code amount × vat / total}, half up to the cent. Rounded on the
   * sum of all credits, so that those of the whole invoice come to exactly its VAT.
   */
  Money creditVat(Money amount, Money vat) {
    return vatIn(credited.plus(amount), vat).minus(vatIn(credited, vat));
  }

  /** As {@link #creditVat}, for the next debit. */
  Money debitVat(Money amount, Money vat) {
    return vatIn(debited.plus(amount), vat).minus(vatIn(debited, vat));
  }

  private Money vatIn(Money amount, Money vat) {
    return Money.cents(
        BigDecimal.valueOf(amount.amount())
            .multiply(BigDecimal.valueOf(vat.amount()))
            .divide(BigDecimal.valueOf(billed.amount()), 0, RoundingMode.HALF_UP)
            .longValueExact());
  }

  Account with(PaymentRecorded event) {
    Payment payment =
        new Payment(
            recorded.size() + 1, event.amount(), event.method(), event.paymentDate(), false, false);
    return replacing(event.paymentId(), payment, event.balanceAfter());
  }

  Account with(PaymentReversed event) {
    Payment it = recorded.get(event.paymentId());
    Payment undone =
        new Payment(it.ordinal(), it.amount(), it.method(), it.date(), true, it.reconciled());
    return replacing(event.paymentId(), undone, event.balanceAfter());
  }

  Account reconciled(PaymentId paymentId) {
    Payment it = recorded.get(paymentId);
    return replacing(
        paymentId,
        new Payment(it.ordinal(), it.amount(), it.method(), it.date(), it.reversed(), true),
        open);
  }

  Account with(InvoiceWrittenOff event) {
    return new Account(
        billed,
        debited,
        credited,
        writtenOff.plus(event.amount()),
        event.balanceAfter(),
        debitNotes,
        creditNotes,
        recorded);
  }

  Account with(CreditNoteApplied event) {
    return new Account(
        billed,
        debited,
        credited.plus(event.amount()),
        writtenOff,
        event.balanceAfter(),
        debitNotes,
        event.ordinal(),
        recorded);
  }

  Account with(DebitNoteApplied event) {
    return new Account(
        billed,
        debited.plus(event.amount()),
        credited,
        writtenOff,
        event.balanceAfter(),
        event.ordinal(),
        creditNotes,
        recorded);
  }

  private Account replacing(PaymentId id, Payment payment, Money balance) {
    Map<PaymentId, Payment> changed = new LinkedHashMap<>(recorded);
    changed.put(id, payment);
    return new Account(
        billed, debited, credited, writtenOff, balance, debitNotes, creditNotes, changed);
  }
}
