package za.lexohub.domain.proforma;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import za.lexohub.domain.document.Mails;
import za.lexohub.domain.document.Progress;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaNotification;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaNotificationFailure;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaPdf;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaPdfFailure;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProFormaNotification;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProFormaPdf;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfStored;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRevised;

/**
 * The renderings of a pro forma, one per revision, and the mails that carry them. A result is
 * recorded once, and only if it was asked for.
 */
class ProFormaDocuments {
  private final Progress<Integer> renderings = new Progress<>();
  private final Mails mails = new Mails();
  private int revision;

  @EventSourcingHandler
  void evolve(ProFormaDrafted event) {
    revision = 1;
  }

  @EventSourcingHandler
  void evolve(ProFormaRevised event) {
    revision = event.revision();
  }

  @CommandHandler
  void decide(RequestProFormaPdf command) {
    requireRevision(command.revision());
    if (!renderings.isDone(command.revision())) {
      apply(new ProFormaPdfRequested(command.proFormaId(), command.revision()));
    }
  }

  @EventSourcingHandler
  void evolve(ProFormaPdfRequested event) {
    renderings.requested(event.revision());
  }

  @CommandHandler
  void decide(RecordProFormaPdf command) {
    if (renderings.awaits(command.revision())) {
      apply(
          new ProFormaPdfStored(
              command.proFormaId(),
              command.revision(),
              command.key(),
              command.sha256(),
              command.size(),
              command.templateHash(),
              command.rendererVersion()));
    }
  }

  @EventSourcingHandler
  void evolve(ProFormaPdfStored event) {
    renderings.done(event.revision());
  }

  @CommandHandler
  void decide(RecordProFormaPdfFailure command) {
    if (renderings.isOpen(command.revision())) {
      apply(new ProFormaPdfFailed(command.proFormaId(), command.revision(), command.reason()));
    }
  }

  @EventSourcingHandler
  void evolve(ProFormaPdfFailed event) {
    renderings.givenUp(event.revision());
  }

  @CommandHandler
  void decide(RequestProFormaNotification command) {
    requireRevision(command.revision());
    if (!mails.isSent(command.template(), command.revision())) {
      apply(
          new ProFormaNotificationRequested(
              command.proFormaId(), command.revision(), command.template()));
    }
  }

  @EventSourcingHandler
  void evolve(ProFormaNotificationRequested event) {
    mails.requested(event.template(), event.revision());
  }

  @CommandHandler
  void decide(RecordProFormaNotification command) {
    if (mails.awaits(command.template(), command.revision())) {
      apply(
          new ProFormaNotificationSent(
              command.proFormaId(), command.revision(), command.template(), command.messageId()));
    }
  }

  @EventSourcingHandler
  void evolve(ProFormaNotificationSent event) {
    mails.sent(event.template(), event.revision());
  }

  @CommandHandler
  void decide(RecordProFormaNotificationFailure command) {
    if (mails.isOpen(command.template(), command.revision())) {
      apply(
          new ProFormaNotificationFailed(
              command.proFormaId(), command.revision(), command.template(), command.reason()));
    }
  }

  @EventSourcingHandler
  void evolve(ProFormaNotificationFailed event) {
    mails.givenUp(event.template(), event.revision());
  }

  private void requireRevision(int asked) {
    if (asked < 1 || asked > revision) {
      throw new NotFound("revision " + asked + " of the pro forma");
    }
  }
}
