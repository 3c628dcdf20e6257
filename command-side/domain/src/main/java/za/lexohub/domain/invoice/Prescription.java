package za.lexohub.domain.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.law.PrescriptionPeriod;
import za.lexohub.messages.Rule;
import za.lexohub.messages.invoice.InvoiceCommands.AcknowledgeDebt;
import za.lexohub.messages.invoice.InvoiceCommands.WarnOfPrescription;
import za.lexohub.messages.invoice.InvoiceEvents.DebtAcknowledged;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PrescriptionWarned;

/**
 * The clock of an invoice's prescription: it begins when the debt is due, and anew when the debtor
 * acknowledges the debt, by paying a part of it too. A payment that does not hold was an
 * acknowledgement all the same. Nothing is done when it has run out: whether to plead it is the
 * debtor's choice (Prescription Act 68 of 1969, s17).
 */
class Prescription {
  private record Warning(int months, LocalDate prescribesOn) {}

  private final Dunning.Owed owed;
  private final Set<Warning> warned = new HashSet<>();
  private @Nullable PrescriptionPeriod period;
  private boolean voided;

  Prescription(Dunning.Owed owed) {
    this.owed = owed;
  }

  @EventSourcingHandler
  void evolve(InvoiceSent event) {
    period = PrescriptionPeriod.from(event.dueDate());
  }

  @EventSourcingHandler
  void evolve(InvoiceVoided event) {
    voided = true;
  }

  @EventSourcingHandler
  void evolve(PaymentRecorded event) {
    interrupted(event.paymentDate());
  }

  @CommandHandler
  void decide(AcknowledgeDebt command) {
    Lifecycle.require(period != null && !voided, Rule.INVOICE_NOT_ISSUED, "is not issued");
    Lifecycle.require(
        owed.balance().isPositive(), Rule.INVOICE_ALREADY_PAID, "has nothing open any more");
    Lifecycle.require(
        !command.acknowledgedOn().isAfter(command.today()),
        Rule.PAYMENT_DATE_IN_FUTURE,
        "cannot be acknowledged on a day to come");
    apply(new DebtAcknowledged(command.invoiceId(), command.acknowledgedOn(), command.note()));
  }

  @EventSourcingHandler
  void evolve(DebtAcknowledged event) {
    interrupted(event.acknowledgedOn());
  }

  private void interrupted(LocalDate on) {
    if (period != null) {
      period = period.interruptedOn(on);
    }
  }

  @CommandHandler
  void decide(WarnOfPrescription command) {
    if (period == null || !owed.balance().isPositive()) {
      return;
    }
    int months = period.markReachedOn(command.today()).orElse(0);
    if (months > 0 && !warned.contains(new Warning(months, period.end()))) {
      apply(new PrescriptionWarned(command.invoiceId(), months, period.end()));
    }
  }

  @EventSourcingHandler
  void evolve(PrescriptionWarned event) {
    warned.add(new Warning(event.months(), event.prescribesOn()));
  }
}
