package za.lexohub.domain.invoice;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import za.lexohub.messages.Rule;
import za.lexohub.messages.invoice.InvoiceCommands.RecordPayment;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;

/**
 * What was paid on an issued invoice. {@code balance = owed - standing payments}, never below zero
 * (I3): a payment above the balance is refused ({@code domain.md} D2).
 */
record Payments(Money owed, Map<PaymentId, Payment> recorded) {

  record Payment(Money amount, PaymentMethod method, LocalDate date, boolean reversed) {}

  Payments {
    recorded = Map.copyOf(recorded);
  }

  static Payments owing(Money owed) {
    return new Payments(owed, Map.of());
  }

  Money paid() {
    return recorded.values().stream()
        .filter(payment -> !payment.reversed())
        .map(Payment::amount)
        .reduce(Money.ZERO, Money::plus);
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

  Money balance() {
    return owed.minus(paid());
  }

  boolean isSettled() {
    return balance().isZero();
  }

  /**
   * The same payment was recorded before, even if it was reversed since; refused when its id was
   * used for another.
   */
  boolean isRepeat(RecordPayment command) {
    Payment known = recorded.get(command.paymentId());
    if (known == null) {
      return false;
    }
    Lifecycle.require(
        known.amount().equals(command.amount())
            && known.method() == command.method()
            && known.date().equals(command.paymentDate()),
        Rule.PAYMENT_ALREADY_RECORDED,
        "has another payment with this id");
    return true;
  }

  void requireAcceptable(RecordPayment command) {
    Lifecycle.require(!isSettled(), Rule.INVOICE_ALREADY_PAID, "is paid");
    Lifecycle.require(
        !command.amount().exceeds(balance()),
        Rule.PAYMENT_EXCEEDS_BALANCE,
        "has a balance of only R " + balance().toDecimal().toPlainString());
    Lifecycle.require(
        !command.paymentDate().isAfter(command.today()),
        Rule.PAYMENT_DATE_IN_FUTURE,
        "cannot be paid on a day to come");
  }

  Payment requireStanding(PaymentId paymentId) {
    Payment payment = recorded.get(paymentId);
    Lifecycle.require(payment != null, Rule.PAYMENT_UNKNOWN, "has no such payment");
    Lifecycle.require(
        !payment.reversed(), Rule.PAYMENT_ALREADY_REVERSED, "had this payment reversed already");
    return payment;
  }

  void requireNone() {
    Lifecycle.require(
        paid().isZero(), Rule.INVOICE_HAS_PAYMENTS, "has payments; a credit note is the way");
  }

  Payments with(PaymentRecorded event) {
    return replacing(
        event.paymentId(), new Payment(event.amount(), event.method(), event.paymentDate(), false));
  }

  Payments without(PaymentId paymentId) {
    Payment payment = recorded.get(paymentId);
    return replacing(
        paymentId, new Payment(payment.amount(), payment.method(), payment.date(), true));
  }

  private Payments replacing(PaymentId id, Payment payment) {
    Map<PaymentId, Payment> changed = new LinkedHashMap<>(recorded);
    changed.put(id, payment);
    return new Payments(owed, changed);
  }
}
