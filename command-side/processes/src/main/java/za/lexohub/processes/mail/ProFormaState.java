package za.lexohub.processes.mail;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.proforma.Offer;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfStored;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRevised;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;

/** One revision of a pro forma as its mail needs to know it, and where the mail stands. */
final class ProFormaState {

  private final String template;
  private final int revision;
  private @Nullable ProFormaDrafted drafted;
  private @Nullable PersonalData wording;
  private @Nullable Offer offer;
  private @Nullable ProFormaSent sent;
  private @Nullable ProFormaPdfStored stored;
  private boolean superseded;
  private final Requests requests = new Requests();

  ProFormaState(String template, int revision) {
    this.template = template;
    this.revision = revision;
  }

  void on(DomainEventMessage<?> message) {
    switch (message.getPayload()) {
      case ProFormaDrafted e -> {
        drafted = e;
        wording = e.wording();
        offer = e.offer();
      }
      case ProFormaRevised e when e.revision() > revision -> superseded = true;
      case ProFormaRevised e -> {
        wording = e.wording();
        offer = e.offer();
      }
      case ProFormaSent e when e.revision() == revision -> sent = e;
      case ProFormaPdfStored e when e.revision() == revision -> stored = e;
      case ProFormaNotificationRequested e when is(e.revision(), e.template()) ->
          requests.asked(message.getSequenceNumber());
      case ProFormaNotificationFailed e when is(e.revision(), e.template()) -> requests.givenUp();
      case ProFormaNotificationSent e when is(e.revision(), e.template()) -> requests.sent();
      default -> {
        // no mail speaks of it
      }
    }
  }

  private boolean is(int revision, String template) {
    return this.revision == revision && this.template.equals(template);
  }

  boolean belongsTo(TenantId tenant) {
    return drafted != null && drafted.tenantId().equals(tenant);
  }

  /** Whether the request with this sequence number is the one to work off. */
  boolean pending(@Nullable Long request) {
    return requests.pending(request);
  }

  boolean superseded() {
    return superseded;
  }

  ProFormaDrafted drafted() {
    return known(drafted);
  }

  PersonalData wording() {
    return known(wording);
  }

  Offer offer() {
    return known(offer);
  }

  Optional<ProFormaSent> sent() {
    return Optional.ofNullable(sent);
  }

  Optional<ProFormaPdfStored> stored() {
    return Optional.ofNullable(stored);
  }

  private static <T> T known(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a quote begins with ProFormaDrafted");
    }
    return value;
  }
}
