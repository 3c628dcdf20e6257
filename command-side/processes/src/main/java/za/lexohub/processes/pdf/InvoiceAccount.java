package za.lexohub.processes.pdf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.processes.invoice.InvoiceContent;
import za.lexohub.processes.pdf.StatementDocument.Ageing;
import za.lexohub.processes.pdf.StatementDocument.Entry;
import za.lexohub.processes.pdf.StatementDocument.EntryKind;

/**
 * One invoice as a statement sees it: what moved its balance, each on its day. A payment has the
 * date it was recorded with; what has none of its own has the day on which it was booked.
 */
final class InvoiceAccount {

  private final InvoiceContent content = new InvoiceContent();
  private final List<Entry> entries = new ArrayList<>();
  private final Instant until;
  private boolean issued;

  /**
   * @param until nothing later is seen
   */
  InvoiceAccount(Instant until) {
    this.until = until;
  }

  void on(DomainEventMessage<?> message) {
    if (message.getTimestamp().isAfter(until)) {
      return;
    }
    content.on(message.getPayload());
    LocalDate day = BusinessTime.dateAt(message.getTimestamp());
    switch (message.getPayload()) {
      case InvoiceSent e -> {
        issued = true;
        book(e.invoiceDate(), EntryKind.INVOICE, null, null, e.totals().total());
      }
      case InvoiceVoided e -> book(day, EntryKind.VOID, null, null, less(total()));
      case PaymentRecorded e ->
          book(e.paymentDate(), EntryKind.PAYMENT, null, e.method(), less(e.amount()));
      case PaymentReversed e -> book(day, EntryKind.REVERSAL, null, null, e.amount());
      case CreditNoteApplied e ->
          book(day, EntryKind.CREDIT, e.noteNumber(), null, less(e.amount()));
      case DebitNoteApplied e -> book(day, EntryKind.DEBIT, e.noteNumber(), null, e.amount());
      case InvoiceWrittenOff e -> book(day, EntryKind.WRITE_OFF, null, null, less(e.amount()));
      default -> {
        // moves no balance
      }
    }
  }

  private void book(
      LocalDate day,
      EntryKind kind,
      @Nullable String note,
      @Nullable PaymentMethod method,
      Money change) {
    entries.add(new Entry(day, kind, content.generated().invoiceNumber(), note, method, change));
  }

  private Money total() {
    return content.totals().total();
  }

  private static Money less(Money amount) {
    return Money.ZERO.minus(amount);
  }

  boolean isIssuedBy(TenantId tenant) {
    return issued && content.belongsTo(tenant);
  }

  InvoiceContent content() {
    return content;
  }

  List<Entry> entries() {
    return entries;
  }

  /** With what is open of it on a day. */
  Ageing age(Ageing ageing, LocalDate on) {
    Money open =
        entries.stream()
            .filter(entry -> !entry.date().isAfter(on))
            .map(Entry::change)
            .reduce(Money.ZERO, Money::plus);
    return open.isZero()
        ? ageing
        : ageing.with(ChronoUnit.DAYS.between(content.invoiceDate(), on), open);
  }
}
