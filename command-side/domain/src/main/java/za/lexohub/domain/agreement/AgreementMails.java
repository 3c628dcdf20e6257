package za.lexohub.domain.agreement;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import za.lexohub.domain.document.Mails;
import za.lexohub.messages.agreement.AgreementCommands.RecordAgreementNotification;
import za.lexohub.messages.agreement.AgreementCommands.RecordAgreementNotificationFailure;
import za.lexohub.messages.agreement.AgreementCommands.RequestAgreementNotification;
import za.lexohub.messages.agreement.AgreementEvents.AgreementCancelled;
import za.lexohub.messages.agreement.AgreementEvents.AgreementCountersigned;
import za.lexohub.messages.agreement.AgreementEvents.AgreementNotificationFailed;
import za.lexohub.messages.agreement.AgreementEvents.AgreementNotificationRequested;
import za.lexohub.messages.agreement.AgreementEvents.AgreementNotificationSent;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSent;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSignedByClient;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSignedOnPaper;

/**
 * The mails about an agreement. A result is recorded once, and only if it was asked for; the client
 * gets the link only while there is something to sign.
 */
class AgreementMails {
  /** The mail that brings the link to the client. */
  static final String LINK = "engagement-link";

  private final Mails mails = new Mails();
  private boolean sent;

  @EventSourcingHandler
  void evolve(AgreementSent event) {
    sent = true;
  }

  @EventSourcingHandler
  void evolve(AgreementSignedByClient event) {
    sent = false;
  }

  @EventSourcingHandler
  void evolve(AgreementCountersigned event) {
    sent = false;
  }

  @EventSourcingHandler
  void evolve(AgreementSignedOnPaper event) {
    sent = false;
  }

  @EventSourcingHandler
  void evolve(AgreementCancelled event) {
    sent = false;
  }

  /** The number of the next mail of this template. */
  int next(String template) {
    return mails.next(template);
  }

  @CommandHandler
  void decide(RequestAgreementNotification command) {
    (sent ? Standing.SENT : Standing.UNBORN).requireSent();
    apply(
        new AgreementNotificationRequested(
            command.agreementId(), command.template(), next(command.template())));
  }

  @EventSourcingHandler
  void evolve(AgreementNotificationRequested event) {
    mails.requested(event.template(), event.delivery());
  }

  @CommandHandler
  void decide(RecordAgreementNotification command) {
    if (mails.awaits(command.template(), command.delivery())) {
      apply(
          new AgreementNotificationSent(
              command.agreementId(), command.template(), command.delivery(), command.messageId()));
    }
  }

  @EventSourcingHandler
  void evolve(AgreementNotificationSent event) {
    mails.sent(event.template(), event.delivery());
  }

  @CommandHandler
  void decide(RecordAgreementNotificationFailure command) {
    if (mails.isOpen(command.template(), command.delivery())) {
      apply(
          new AgreementNotificationFailed(
              command.agreementId(), command.template(), command.delivery(), command.reason()));
    }
  }

  @EventSourcingHandler
  void evolve(AgreementNotificationFailed event) {
    mails.givenUp(event.template(), event.delivery());
  }
}
