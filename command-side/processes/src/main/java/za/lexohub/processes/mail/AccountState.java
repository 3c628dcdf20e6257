package za.lexohub.processes.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import za.lexohub.messages.dispute.DisputeId;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputeResolved;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceRemindersSet;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReminderSent;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.money.Money;

/**
 * What has become of an issued invoice, for the mails that speak of it. Asked of the log when a
 * mail is about to leave, because between its request and now somebody may have paid.
 */
final class AccountState {

  /** A credit or debit note as a mail names it. */
  record Note(String number, Money amount) {}

  private final List<PaymentRecorded> payments = new ArrayList<>();
  private final Set<PaymentId> reversed = new HashSet<>();
  private final Map<Integer, Note> creditNotes = new HashMap<>();
  private final Map<Integer, Note> debitNotes = new HashMap<>();
  private final Map<Integer, PaymentReminderSent> reminders = new HashMap<>();
  private final Set<DisputeId> disputes = new HashSet<>();
  private Money balance = Money.ZERO;
  private boolean remindersWanted = true;

  void on(Object event) {
    switch (event) {
      case InvoiceSent e -> balance = e.totals().total();
      case PaymentRecorded e -> {
        payments.add(e);
        balance = e.balanceAfter();
      }
      case PaymentReversed e -> {
        reversed.add(e.paymentId());
        balance = e.balanceAfter();
      }
      case CreditNoteApplied e -> {
        creditNotes.put(e.ordinal(), new Note(e.noteNumber(), e.amount()));
        balance = e.balanceAfter();
      }
      case DebitNoteApplied e -> {
        debitNotes.put(e.ordinal(), new Note(e.noteNumber(), e.amount()));
        balance = e.balanceAfter();
      }
      case InvoiceWrittenOff e -> balance = e.balanceAfter();
      case InvoiceDisputed e -> disputes.add(e.disputeId());
      case InvoiceDisputeResolved e -> disputes.remove(e.disputeId());
      case InvoiceRemindersSet e -> remindersWanted = e.enabled();
      case PaymentReminderSent e -> reminders.put(e.sequence(), e);
      default -> {
        // moves nothing that a mail speaks of
      }
    }
  }

  Money balance() {
    return balance;
  }

  boolean isDisputed() {
    return !disputes.isEmpty();
  }

  boolean remindersWanted() {
    return remindersWanted;
  }

  /** Empty when there is none with this ordinal. */
  Optional<PaymentRecorded> payment(int ordinal) {
    return ordinal < 1 || ordinal > payments.size()
        ? Optional.empty()
        : Optional.of(payments.get(ordinal - 1));
  }

  boolean stands(PaymentRecorded payment) {
    return !reversed.contains(payment.paymentId());
  }

  Optional<Note> creditNote(int ordinal) {
    return Optional.ofNullable(creditNotes.get(ordinal));
  }

  Optional<Note> debitNote(int ordinal) {
    return Optional.ofNullable(debitNotes.get(ordinal));
  }

  /** Empty when no such reminder was decided. */
  Optional<PaymentReminderSent> reminder(int sequence) {
    return Optional.ofNullable(reminders.get(sequence));
  }
}
