package za.lexohub.domain.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateMember;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.practice.Practice;
import za.lexohub.domain.practice.Practices;
import za.lexohub.messages.Rule;
import za.lexohub.messages.Shape;
import za.lexohub.messages.invoice.InvoiceCommands.SendPaymentReminder;
import za.lexohub.messages.invoice.InvoiceCommands.SetInvoiceReminders;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputeResolved;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDisputed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceRemindersSet;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.LegalNoticeProposed;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReminderSent;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.practice.ReminderType;

/**
 * The reminders of an invoice, and the clock of its {@link Prescription}. Nobody is reminded of
 * what is paid, void, written off or disputed, nor against the will of the practice (I13); each
 * letter of the schedule goes out once. A claim in law is only ever proposed to the advocate, and
 * not where reminders are off.
 */
class Dunning {
  /** The mail that reminds the attorney. */
  private static final String LETTER = "payment-reminder";

  /** Asks the invoice: what is owed of it now, nothing when it is no debt or none any more. */
  interface Owed {
    Money balance();
  }

  private final Owed owed;

  @AggregateMember private final Prescription prescription;

  private final Set<ReminderType> sent = EnumSet.noneOf(ReminderType.class);
  private @Nullable ReminderSchedule schedule;
  private boolean voided;
  private boolean enabled = true;
  private boolean disputed;
  private boolean noticeProposed;
  private int sequence;
  private @Nullable LocalDate lastManual;

  Dunning(Owed owed) {
    this.owed = owed;
    this.prescription = new Prescription(owed);
  }

  @EventSourcingHandler
  void evolve(InvoiceSent event) {
    schedule = new ReminderSchedule(event.invoiceDate(), event.dueDate());
  }

  @EventSourcingHandler
  void evolve(InvoiceVoided event) {
    voided = true;
  }

  @EventSourcingHandler
  void evolve(InvoiceDisputed event) {
    disputed = true;
  }

  @EventSourcingHandler
  void evolve(InvoiceDisputeResolved event) {
    disputed = false;
  }

  @CommandHandler
  void decide(SetInvoiceReminders command) {
    requireIssued();
    if (enabled != command.enabled()) {
      apply(new InvoiceRemindersSet(command.invoiceId(), command.enabled()));
    }
  }

  @EventSourcingHandler
  void evolve(InvoiceRemindersSet event) {
    enabled = event.enabled();
  }

  @CommandHandler
  void decide(SendPaymentReminder command, Practices practices) {
    if (command.type() == null) {
      remindBySchedule(command, practices);
    } else {
      Shape.require(
          command.type() == ReminderType.MANUAL, "only the schedule sends a " + command.type());
      remindByHand(command);
    }
  }

  private void remindBySchedule(SendPaymentReminder command, Practices practices) {
    if (schedule == null || !owed.balance().isPositive() || disputed || !enabled) {
      return;
    }
    LocalDate today = command.today();
    Practice practice = practices.of(command.tenant());
    if (!practice.reminders().autoRemind()) {
      return;
    }
    Optional<ReminderType> due = schedule.due(practice.reminders(), sent, today);
    if (due.isPresent()) {
      remind(command.invoiceId(), due.get(), today);
    } else if (!noticeProposed && !today.isBefore(schedule.legalNoticeFrom(practice.bar()))) {
      apply(new LegalNoticeProposed(command.invoiceId(), today, owed.balance()));
    }
  }

  private void remindByHand(SendPaymentReminder command) {
    requireOwed();
    Lifecycle.require(!disputed, Rule.INVOICE_DISPUTED, "is disputed");
    Lifecycle.require(enabled, Rule.REMINDERS_OFF, "is not to be reminded of");
    Lifecycle.require(
        !command.today().equals(lastManual),
        Rule.REMINDER_NOT_DUE,
        "was reminded of by hand today already");
    remind(command.invoiceId(), ReminderType.MANUAL, command.today());
  }

  private void remind(InvoiceId id, ReminderType type, LocalDate today) {
    int next = sequence + 1;
    apply(new PaymentReminderSent(id, type, next, today));
    apply(new InvoiceNotificationRequested(id, LETTER, Recipient.ATTORNEY, next));
  }

  @EventSourcingHandler
  void evolve(PaymentReminderSent event) {
    sequence = event.sequence();
    if (event.type() == ReminderType.MANUAL) {
      lastManual = event.on();
    } else {
      sent.add(event.type());
    }
  }

  @EventSourcingHandler
  void evolve(LegalNoticeProposed event) {
    noticeProposed = true;
  }

  private void requireIssued() {
    Lifecycle.require(schedule != null && !voided, Rule.INVOICE_NOT_ISSUED, "is not issued");
  }

  private void requireOwed() {
    requireIssued();
    Lifecycle.require(
        owed.balance().isPositive(), Rule.INVOICE_ALREADY_PAID, "has nothing open any more");
  }
}
