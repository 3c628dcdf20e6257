package za.lexohub.domain.matter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import za.lexohub.domain.document.Mails;
import za.lexohub.domain.document.Progress;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.matter.MatterCommands.*;
import za.lexohub.messages.matter.MatterEvents.*;
import za.lexohub.messages.party.Party;

/**
 * The statements of account of a matter and the mails about it. Each request makes one more; a
 * result is recorded once, and only if it was asked for.
 */
class MatterPapers {
  private final Progress<Integer> statements = new Progress<>();
  private final Mails mails = new Mails();
  private final Supplier<Party> attorney;
  private int lastStatement;

  MatterPapers(Supplier<Party> attorney) {
    this.attorney = attorney;
  }

  @CommandHandler
  void decide(RequestStatement command) {
    apply(
        new MatterStatementRequested(
            command.matterId(), Math.incrementExact(lastStatement), command.from(), command.to()));
  }

  @EventSourcingHandler
  void evolve(MatterStatementRequested event) {
    lastStatement = event.number();
    statements.requested(event.number());
  }

  @CommandHandler
  void decide(RecordStatement command) {
    if (statements.awaits(command.number())) {
      apply(
          new MatterStatementStored(
              command.matterId(),
              command.number(),
              command.key(),
              command.sha256(),
              command.size(),
              command.templateHash(),
              command.rendererVersion()));
    }
  }

  @EventSourcingHandler
  void evolve(MatterStatementStored event) {
    statements.done(event.number());
  }

  @CommandHandler
  void decide(RecordStatementFailure command) {
    if (statements.isOpen(command.number())) {
      apply(new MatterStatementFailed(command.matterId(), command.number(), command.reason()));
    }
  }

  @EventSourcingHandler
  void evolve(MatterStatementFailed event) {
    statements.givenUp(event.number());
  }

  @CommandHandler
  void decide(RequestMatterNotification command) {
    if (!attorney.get().reachableByEmail()) {
      throw new RuleViolated(
          Rule.RECIPIENT_WITHOUT_EMAIL, "the matter has an attorney without an e-mail address");
    }
    apply(
        new MatterNotificationRequested(
            command.matterId(), command.template(), mails.next(command.template())));
  }

  @EventSourcingHandler
  void evolve(MatterNotificationRequested event) {
    mails.requested(event.template(), event.delivery());
  }

  @CommandHandler
  void decide(RecordMatterNotification command) {
    if (mails.awaits(command.template(), command.delivery())) {
      apply(
          new MatterNotificationSent(
              command.matterId(), command.template(), command.delivery(), command.messageId()));
    }
  }

  @EventSourcingHandler
  void evolve(MatterNotificationSent event) {
    mails.sent(event.template(), event.delivery());
  }

  @CommandHandler
  void decide(RecordMatterNotificationFailure command) {
    if (mails.isOpen(command.template(), command.delivery())) {
      apply(
          new MatterNotificationFailed(
              command.matterId(), command.template(), command.delivery(), command.reason()));
    }
  }

  @EventSourcingHandler
  void evolve(MatterNotificationFailed event) {
    mails.givenUp(event.template(), event.delivery());
  }
}
