package za.lexohub.processes.pdf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;

/**
 * Everything that a statement of account says, as the log had it when it was requested.
 *
 * @param requestedAt the only time a rendering knows
 * @param number counts the statements of the matter, from 1
 * @param from and {@code to} bound the period, both included
 * @param opening what was open before the period began
 * @param entries of the period, in the order of their dates
 * @param ageing what is open on the last day
 */
record StatementDocument(
    Instant requestedAt,
    int number,
    LocalDate from,
    LocalDate to,
    Counsel counsel,
    Heading heading,
    Money opening,
    List<Entry> entries,
    Ageing ageing) {

  StatementDocument {
    entries = List.copyOf(entries);
  }

  Money closing() {
    return entries.stream().map(Entry::change).reduce(opening, Money::plus);
  }

  /** What an entry is about. */
  enum EntryKind {
    INVOICE,
    VOID,
    PAYMENT,
    REVERSAL,
    CREDIT,
    DEBIT,
    WRITE_OFF
  }

  /**
   * One movement of the account.
   *
   * @param invoice its number
   * @param note the number of a credit or debit note
   * @param change of what is owed: positive for a charge, negative for what reduces it
   */
  record Entry(
      LocalDate date,
      EntryKind kind,
      String invoice,
      @Nullable String note,
      @Nullable PaymentMethod method,
      Money change) {}

  /** Open amounts by the days since the invoice date. */
  record Ageing(Money to30, Money to60, Money to90, Money more) {
    static final Ageing NOTHING = new Ageing(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    Ageing with(long days, Money open) {
      if (days <= 30) {
        return new Ageing(to30.plus(open), to60, to90, more);
      }
      if (days <= 60) {
        return new Ageing(to30, to60.plus(open), to90, more);
      }
      return days <= 90
          ? new Ageing(to30, to60, to90.plus(open), more)
          : new Ageing(to30, to60, to90, more.plus(open));
    }
  }
}
