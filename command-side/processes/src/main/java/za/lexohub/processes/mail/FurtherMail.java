package za.lexohub.processes.mail;

import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaResent;

/** One of the mails that a person has sent about a pro forma besides the first, as it stands. */
final class FurtherMail {

  private final int delivery;
  private @Nullable ProFormaLinkSent link;
  private @Nullable ProFormaResent resent;
  private boolean settled;

  FurtherMail(int delivery) {
    this.delivery = delivery;
  }

  void on(DomainEventMessage<?> message) {
    switch (message.getPayload()) {
      case ProFormaLinkSent e when e.delivery() == delivery -> link = e;
      case ProFormaResent e when e.delivery() == delivery -> resent = e;
      case ProFormaMailSent e when e.delivery() == delivery -> settled = true;
      case ProFormaMailFailed e when e.delivery() == delivery -> settled = true;
      default -> {
        // says nothing about this mail
      }
    }
  }

  /** The link to be mailed; absent when this is no such mail, or it was sent or given up. */
  @Nullable ProFormaLinkSent link() {
    return settled ? null : link;
  }

  /** The quote to be mailed again; absent when this is no such mail, or it was sent or given up. */
  @Nullable ProFormaResent resent() {
    return settled ? null : resent;
  }
}
