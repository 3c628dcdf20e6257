package za.lexohub.audit.asof;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import za.lexohub.audit.MoraInterest.Interest;
import za.lexohub.domain.law.InDuplum;
import za.lexohub.domain.law.MoraRates;
import za.lexohub.messages.invoice.InvoiceEvents;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.money.Money;

/**
 * What is owed on an invoice from day to day, by the dates of the money and not of its recording. A
 * payment that did not hold is as if it had never been. A change counts from the day after its own:
 * who pays one day late owes interest for one day.
 */
final class Arrears {

  private record Entry(LocalDate on, Money change) {}

  private final Map<PaymentId, Entry> payments = new LinkedHashMap<>();
  private final List<Entry> others = new ArrayList<>();
  private @Nullable InvoiceSent sent;

  void apply(InvoiceEvents event, LocalDate recordedOn) {
    switch (event) {
      case InvoiceSent e -> sent = e;
      case InvoiceVoided e -> sent = null;
      case PaymentRecorded e ->
          payments.put(e.paymentId(), new Entry(e.paymentDate(), Money.ZERO.minus(e.amount())));
      case PaymentReversed e -> payments.remove(e.paymentId());
      case CreditNoteApplied e -> others.add(new Entry(recordedOn, Money.ZERO.minus(e.amount())));
      case DebitNoteApplied e -> others.add(new Entry(recordedOn, e.amount()));
      case InvoiceWrittenOff e -> others.add(new Entry(recordedOn, Money.ZERO.minus(e.amount())));
      default -> {
        // Everything else leaves what is owed as it is.
      }
    }
  }

  Optional<Interest> on(LocalDate day, MoraRates rates) {
    if (sent == null) {
      return Optional.empty();
    }
    LocalDate from = sent.dueDate().plusDays(1);
    Optional<MoraRates.Rate> rate = rates.when(from);
    InDuplum interest = new InDuplum(rate.map(MoraRates.Rate::basisPoints).orElse(0));
    TreeMap<LocalDate, Money> changes = new TreeMap<>();
    Stream.concat(payments.values().stream(), others.stream())
        .filter(entry -> !entry.on().isAfter(day))
        .forEach(entry -> changes.merge(entry.on(), entry.change(), Money::plus));
    Money owed = sent.totals().total();
    for (Money early : changes.headMap(sent.dueDate(), true).values()) {
      owed = owed.plus(early);
    }
    long days = 0;
    LocalDate reached = sent.dueDate();
    for (Map.Entry<LocalDate, Money> change :
        changes.tailMap(sent.dueDate(), false).entrySet()) {
      days += run(interest, owed, reached, change.getKey());
      owed = owed.plus(change.getValue());
      reached = change.getKey();
    }
    days += run(interest, owed, reached, day);
    return Optional.of(
        new Interest(
            owed,
            rate.map(MoraRates.Rate::basisPoints).orElse(null),
            from,
            days,
            rate.map(known -> interest.interest()).orElse(null),
            interest.isStopped(),
            rate.map(MoraRates.Rate::source).orElse(null)));
  }

  private static long run(InDuplum interest, Money owed, LocalDate after, LocalDate through) {
    if (!owed.isPositive() || !through.isAfter(after)) {
      return 0;
    }
    long days = ChronoUnit.DAYS.between(after, through);
    interest.run(owed, days);
    return days;
  }
}
