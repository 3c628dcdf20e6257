package za.lexohub.domain.proforma;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import za.lexohub.domain.document.Progress;
import za.lexohub.messages.Rule;
import za.lexohub.messages.proforma.ProFormaCommands.MailProFormaLink;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaMail;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaMailFailure;
import za.lexohub.messages.proforma.ProFormaCommands.ResendProForma;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaResent;

/**
 * The mails about a pro forma that a person has sent besides the first one of each revision. A
 * result is recorded once, and only if it was asked for.
 */
class ProFormaMails {
  /** What may be mailed now; refuses what may not. */
  interface Mailable {
    /** The generation of the request's live link. */
    int liveLink(Instant at);

    /** The revision that awaits its answer. */
    int awaitedRevision(Instant at);
  }

  private record Mail(int revision, String template) {}

  private static final String LINK = "pro-forma-link";
  private static final String QUOTE = "pro-forma";

  private final Progress<Integer> progress = new Progress<>();
  private final Map<Integer, Mail> mails = new HashMap<>();
  private final Mailable mailable;
  private int last;

  ProFormaMails(Mailable mailable) {
    this.mailable = mailable;
  }

  @CommandHandler
  void decide(MailProFormaLink command) {
    int generation = mailable.liveLink(command.at());
    Phase.require(
        command.recipient().reachableByEmail(),
        Rule.RECIPIENT_WITHOUT_EMAIL,
        "has a link for somebody without an e-mail address");
    apply(
        new ProFormaLinkSent(
            command.proFormaId(),
            generation,
            Math.incrementExact(last),
            command.recipient(),
            command.at()));
  }

  @EventSourcingHandler
  void evolve(ProFormaLinkSent event) {
    asked(event.delivery(), new Mail(0, LINK));
  }

  @CommandHandler
  void decide(ResendProForma command) {
    int revision = mailable.awaitedRevision(command.at());
    apply(
        new ProFormaResent(
            command.proFormaId(), revision, Math.incrementExact(last), command.at()));
  }

  @EventSourcingHandler
  void evolve(ProFormaResent event) {
    asked(event.delivery(), new Mail(event.revision(), QUOTE));
  }

  private void asked(int delivery, Mail mail) {
    last = delivery;
    mails.put(delivery, mail);
    progress.requested(delivery);
  }

  @CommandHandler
  void decide(RecordProFormaMail command) {
    if (progress.awaits(command.delivery())) {
      Mail mail = mail(command.delivery());
      apply(
          new ProFormaMailSent(
              command.proFormaId(),
              command.delivery(),
              mail.revision(),
              mail.template(),
              command.messageId()));
    }
  }

  @EventSourcingHandler
  void evolve(ProFormaMailSent event) {
    progress.done(event.delivery());
  }

  @CommandHandler
  void decide(RecordProFormaMailFailure command) {
    if (progress.isOpen(command.delivery())) {
      Mail mail = mail(command.delivery());
      apply(
          new ProFormaMailFailed(
              command.proFormaId(),
              command.delivery(),
              mail.revision(),
              mail.template(),
              command.reason()));
    }
  }

  @EventSourcingHandler
  void evolve(ProFormaMailFailed event) {
    progress.givenUp(event.delivery());
  }

  private Mail mail(int delivery) {
    return Objects.requireNonNull(mails.get(delivery));
  }
}
