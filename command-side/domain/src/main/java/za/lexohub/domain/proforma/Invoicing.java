package za.lexohub.domain.proforma;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaCommands.ConvertProFormaToInvoice;
import za.lexohub.messages.proforma.ProFormaCommands.RecordInvoicingFailure;
import za.lexohub.messages.proforma.ProFormaCommands.RequestInvoicing;
import za.lexohub.messages.proforma.ProFormaCommands.RetryInvoicing;
import za.lexohub.messages.proforma.ProFormaCommands.ValidateProForma;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConversionReversed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToInvoice;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToMatter;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoiceReleased;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingRetried;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidated;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidationFailed;
import za.lexohub.messages.proforma.ProFormaId;

/**
 * The billing of an accepted pro forma, in rounds. A round makes at most one invoice, whose id
 * follows from the round, and the next begins only after that invoice was released or never
 * allowed: so no two invoices of a pro forma live at once (I7). What a saga sends twice, or for a
 * round gone by, changes nothing.
 */
class Invoicing {
  private enum Stage {
    /** Not accepted. */
    NONE,
    PENDING,
    VALIDATED,
    /** Validation has failed. */
    BARRED,
    CONVERTED,
    RELEASED
  }

  private Stage stage = Stage.NONE;
  private int round;
  private @Nullable String failedStep;
  private @Nullable MatterId matterId;

  /** Where it lies, even when the matter was made of it by mistake. */
  private @Nullable MatterId filedIn;

  @EventSourcingHandler
  void evolve(ProFormaAccepted event) {
    begin(event.round());
    matterId = event.matterId();
    if (matterId != null) {
      filedIn = matterId;
    }
  }

  /** What is invoiced from now on stands on the matter. */
  @EventSourcingHandler
  void evolve(ProFormaConvertedToMatter event) {
    matterId = event.matterId();
    filedIn = matterId;
  }

  @EventSourcingHandler
  void evolve(ProFormaConversionReversed event) {
    matterId = null;
  }

  @CommandHandler
  void decide(ValidateProForma command, Quotes quotes) {
    if (isOver(command.round()) || stage != Stage.PENDING) {
      return;
    }
    try {
      quotes.requireInvoiceable(matterId, command.tenant());
    } catch (RuleViolated obstacle) {
      apply(
          new ProFormaValidationFailed(
              command.proFormaId(), round, obstacle.rule().code(), obstacle.getMessage()));
      return;
    }
    apply(new ProFormaValidated(command.proFormaId(), round, invoiceOf(command.proFormaId())));
  }

  @EventSourcingHandler
  void evolve(ProFormaValidated event) {
    stage = Stage.VALIDATED;
    failedStep = null;
  }

  @EventSourcingHandler
  void evolve(ProFormaValidationFailed event) {
    stage = Stage.BARRED;
    failedStep = null;
  }

  @CommandHandler
  void decide(RecordInvoicingFailure command) {
    boolean running = stage == Stage.PENDING || stage == Stage.VALIDATED;
    if (isOver(command.round()) || !running || failedStep != null) {
      return;
    }
    apply(
        new ProFormaInvoicingFailed(command.proFormaId(), round, command.step(), command.reason()));
  }

  @EventSourcingHandler
  void evolve(ProFormaInvoicingFailed event) {
    failedStep = event.step();
  }

  @CommandHandler
  void decide(RetryInvoicing command, ErasedFiles erased) {
    if (failedStep == null) {
      throw new RuleViolated(
          Rule.PRO_FORMA_INVOICING_NOT_FAILED, "the invoicing of the pro forma has not failed");
    }
    erased.requireLive(command.proFormaId(), filedIn, command.tenant());
    apply(new ProFormaInvoicingRetried(command.proFormaId(), round, failedStep));
  }

  @EventSourcingHandler
  void evolve(ProFormaInvoicingRetried event) {
    failedStep = null;
  }

  @CommandHandler
  void decide(ConvertProFormaToInvoice command) {
    if (isOver(command.round())) {
      return;
    }
    if (!command.invoiceId().equals(invoiceOf(command.proFormaId()))) {
      throw new NotFound("invoice " + command.invoiceId() + " of this pro forma");
    }
    if (stage == Stage.CONVERTED || stage == Stage.RELEASED) {
      return;
    }
    requireValidated();
    apply(new ProFormaConvertedToInvoice(command.proFormaId(), round, command.invoiceId()));
  }

  @EventSourcingHandler
  void evolve(ProFormaConvertedToInvoice event) {
    stage = Stage.CONVERTED;
    failedStep = null;
  }

  void requireBillable(ProFormaId proFormaId, int billedRound, InvoiceId invoiceId) {
    requireAccepted();
    if (billedRound != round) {
      throw new RuleViolated(
          Rule.PRO_FORMA_NOT_VALIDATED, "round " + billedRound + " of the billing is not open");
    }
    if (!invoiceId.equals(invoiceOf(proFormaId))) {
      throw new NotFound("invoice " + invoiceId + " of this pro forma");
    }
    if (stage == Stage.CONVERTED || stage == Stage.RELEASED) {
      throw new RuleViolated(
          Rule.PRO_FORMA_ALREADY_INVOICED, "this round of the pro forma has had its invoice");
    }
    requireValidated();
  }

  /** Whether an invoice may still come of it without a person's doing. */
  boolean isRunning() {
    return (stage == Stage.PENDING || stage == Stage.VALIDATED) && failedStep == null;
  }

  /** One for each round there was, whether it was made or not. */
  List<InvoiceId> invoices(ProFormaId proFormaId) {
    return IntStream.rangeClosed(1, round)
        .mapToObj(each -> InvoiceId.forProForma(proFormaId, each))
        .toList();
  }

  void release(ProFormaId proFormaId, InvoiceId invoiceId) {
    boolean live = stage == Stage.VALIDATED || stage == Stage.CONVERTED;
    if (live && invoiceId.equals(invoiceOf(proFormaId))) {
      apply(new ProFormaInvoiceReleased(proFormaId, round, invoiceId));
    }
  }

  @EventSourcingHandler
  void evolve(ProFormaInvoiceReleased event) {
    stage = Stage.RELEASED;
    failedStep = null;
  }

  @CommandHandler
  void decide(RequestInvoicing command, ErasedFiles erased) {
    requireAccepted();
    boolean begunBefore =
        command.round() == null ? round > 1 && stage == Stage.PENDING : command.round() <= round;
    if (begunBefore) {
      return;
    }
    if (stage != Stage.RELEASED && stage != Stage.BARRED) {
      throw new RuleViolated(
          Rule.PRO_FORMA_ALREADY_INVOICED, "the pro forma has an invoice, or it is being made");
    }
    erased.requireLive(command.proFormaId(), filedIn, command.tenant());
    apply(
        new ProFormaInvoicingRequested(
            command.proFormaId(), command.tenant(), Math.incrementExact(round)));
  }

  @EventSourcingHandler
  void evolve(ProFormaInvoicingRequested event) {
    begin(event.round());
  }

  private void begin(int newRound) {
    stage = Stage.PENDING;
    round = newRound;
    failedStep = null;
  }

  private InvoiceId invoiceOf(ProFormaId proFormaId) {
    return InvoiceId.forProForma(proFormaId, round);
  }

  /** Whether a message is late: its round has been followed by another. */
  private boolean isOver(int messageRound) {
    requireAccepted();
    if (messageRound > round) {
      throw new NotFound("round " + messageRound + " of the billing");
    }
    return messageRound < round;
  }

  private void requireAccepted() {
    Phase.require(stage != Stage.NONE, Rule.PRO_FORMA_NOT_ACCEPTED, "is not accepted");
  }

  private void requireValidated() {
    Phase.require(
        stage == Stage.VALIDATED, Rule.PRO_FORMA_NOT_VALIDATED, "is not validated for invoicing");
  }
}
