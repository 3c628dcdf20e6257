package za.lexohub.audit.asof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.creditnote.CreditNoteId;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReminderSent;
import za.lexohub.messages.money.Money;

/** What was billed, what has become of it, and who was told. */
final class InvoiceAccount {

  private record Note(Instant appliedAt, String number, Map<String, @Nullable Object> shown) {}

  private final Map<UUID, Note> notes = new LinkedHashMap<>();
  private final List<Object> reminders = new ArrayList<>();
  private Money total = Money.ZERO;
  private Money paid = Money.ZERO;
  private Money credited = Money.ZERO;
  private Money debited = Money.ZERO;
  private Money writtenOff = Money.ZERO;

  void billed(Money amount) {
    total = amount;
  }

  /** By or against a payment. */
  void paid(Money balanceAfter) {
    paid = total.plus(debited).minus(credited).minus(writtenOff).minus(balanceAfter);
  }

  void writtenOff(InvoiceWrittenOff event) {
    writtenOff = writtenOff.plus(event.amount());
  }

  void credited(CreditNoteApplied event, Step step) {
    credited = credited.plus(event.amount());
    note(event.creditNoteId(), "CREDIT", event.noteNumber(), event.amount(), step);
  }

  void debited(DebitNoteApplied event, Step step) {
    debited = debited.plus(event.amount());
    note(event.creditNoteId(), "DEBIT", event.noteNumber(), event.amount(), step);
  }

  private void note(CreditNoteId id, String kind, String number, Money amount, Step step) {
    notes.put(
        id.value(),
        new Note(
            step.at(),
            number,
            Fields.of(
                "id",
                id.value(),
                "kind",
                kind,
                "number",
                number,
                "amount",
                Shown.money(amount),
                "appliedAt",
                Shown.micros(step.at()))));
  }

  void reminded(PaymentReminderSent event) {
    reminders.add(
        Fields.of("sequence", event.sequence(), "type", event.type().name(), "on", event.on()));
  }

  boolean isSettled() {
    return total.isPositive() && balance().isZero();
  }

  String paymentStatus(boolean issued) {
    if (issued && isSettled()) {
      return "PAID";
    }
    return paid.isPositive() ? "PARTIALLY_PAID" : "UNPAID";
  }

  private Money balance() {
    return total.plus(debited).minus(paid).minus(credited).minus(writtenOff);
  }

  void show(Fields invoice) {
    List<Note> sorted = new ArrayList<>(notes.values());
    sorted.sort(Comparator.comparing(Note::appliedAt).thenComparing(Note::number));
    invoice
        .set("paid", Shown.money(paid))
        .set("balance", Shown.money(balance()))
        .set("credited", Shown.money(credited))
        .set("debited", Shown.money(debited))
        .set("writtenOff", Shown.money(writtenOff))
        .set("notes", sorted.stream().<Object>map(Note::shown).toList())
        .set("reminders", List.copyOf(reminders));
  }
}
