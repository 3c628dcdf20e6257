package za.lexohub.domain.agreement;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import za.lexohub.domain.document.Progress;
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

  private record Mail(String template, int delivery) {}

  private final Progress<Mail> mails = new Progress<>();
  private final Map<String, Integer> deliveries = new HashMap<>();
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
    return deliveries.getOrDefault(template, 0) + 1;
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
    deliveries.merge(event.template(), event.delivery(), Math::max);
    mails.requested(new Mail(event.template(), event.delivery()));
  }

  @CommandHandler
  void decide(RecordAgreementNotification command) {
    if (mails.awaits(new Mail(command.template(), command.delivery()))) {
      apply(
          new AgreementNotificationSent(
              command.agreementId(), command.template(), command.delivery(), command.messageId()));
    }
  }

  @EventSourcingHandler
  void evolve(AgreementNotificationSent event) {
    mails.done(new Mail(event.template(), event.delivery()));
  }

  @CommandHandler
  void decide(RecordAgreementNotificationFailure command) {
    if (mails.isOpen(new Mail(command.template(), command.delivery()))) {
      apply(
          new AgreementNotificationFailed(
              command.agreementId(), command.template(), command.delivery(), command.reason()));
    }
  }

  @EventSourcingHandler
  void evolve(AgreementNotificationFailed event) {
    mails.givenUp(new Mail(event.template(), event.delivery()));
  }
}
