package za.lexohub.processes.mail;

import jakarta.mail.internet.InternetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterCommands.RecordMatterNotification;
import za.lexohub.messages.matter.MatterCommands.RecordMatterNotificationFailure;
import za.lexohub.messages.matter.MatterEvents.MatterNotificationFailed;
import za.lexohub.messages.matter.MatterEvents.MatterNotificationRequested;
import za.lexohub.messages.matter.MatterEvents.MatterNotificationSent;
import za.lexohub.messages.matter.MatterEvents.MatterOpened;
import za.lexohub.messages.matter.MatterEvents.MatterRequested;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.SupplierDetails;

/**
 * The mail that tells a matter's attorney where to log in and see it. It holds no token: whoever
 * logs in is known to the issuer of the logins, and sees what was granted.
 */
final class MatterCorrespondence implements Correspondence {

  static final String INVITATION = "matter-invitation";

  private final Archive archive;
  private final String publicUrl;
  private final TenantId tenant;
  private final MatterId matterId;
  private final int delivery;
  private final @Nullable Long request;
  private final Requests requests = new Requests();
  private @Nullable TenantId owner;
  private @Nullable String reference;
  private @Nullable Party attorney;
  private @Nullable PersonalData wording;

  MatterCorrespondence(
      Archive archive,
      String publicUrl,
      TenantId tenant,
      MatterId matterId,
      int delivery,
      @Nullable Long request) {
    this.archive = archive;
    this.publicUrl = publicUrl;
    this.tenant = tenant;
    this.matterId = matterId;
    this.delivery = delivery;
    this.request = request;
  }

  @Override
  public Decision decide() {
    archive.events(matterId.toString()).forEach(this::on);
    if (!tenant.equals(owner) || !requests.pending(request)) {
      return new Decision.Nothing();
    }
    Optional<PartyDetails> recipient =
        attorney == null ? Optional.empty() : archive.party(tenant, attorney);
    Optional<InternetAddress> to =
        recipient.flatMap(details -> Address.of(details.email(), details.name()));
    if (to.isEmpty()) {
      return new Decision.Impossible(Archive.unreachable(recipient.isEmpty()));
    }
    Optional<SupplierDetails> counsel = archive.practice(tenant);
    String title =
        wording == null
            ? Archive.ERASED
            : archive
                .open(tenant, wording, Wording.class)
                .map(Wording::title)
                .orElse(Archive.ERASED);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("reference", String.valueOf(reference));
    values.put("matter", title);
    values.put("attorney", recipient.map(PartyDetails::name).orElse(Archive.ERASED));
    values.put("advocate", counsel.map(SupplierDetails::name).orElse(Archive.COUNSEL));
    values.put("link", publicUrl);
    return new Decision.Send(
        new Letter(
            Archive.letterId(INVITATION, delivery, matterId.value()),
            to.get(),
            counsel.flatMap(details -> Address.of(details.email(), details.name())).orElse(null),
            Archive.plain("Your access to matter " + reference + " – " + title),
            INVITATION,
            values,
            null));
  }

  private void on(DomainEventMessage<?> message) {
    switch (message.getPayload()) {
      case MatterOpened e -> of(e.tenantId(), e.reference(), e.attorney(), e.wording());
      case MatterRequested e -> of(e.tenantId(), e.reference(), e.attorney(), e.wording());
      case MatterNotificationRequested e when is(e.template(), e.delivery()) ->
          requests.asked(message.getSequenceNumber());
      case MatterNotificationFailed e when is(e.template(), e.delivery()) -> requests.givenUp();
      case MatterNotificationSent e when is(e.template(), e.delivery()) -> requests.sent();
      default -> {
        // says nothing about where this mail stands
      }
    }
  }

  private void of(TenantId tenantId, String named, Party party, PersonalData words) {
    owner = tenantId;
    reference = named;
    attorney = party;
    wording = words;
  }

  private boolean is(String template, int number) {
    return INVITATION.equals(template) && number == delivery;
  }

  @Override
  public TenantCommand sent(String messageId) {
    return new RecordMatterNotification(matterId, tenant, INVITATION, delivery, messageId);
  }

  @Override
  public TenantCommand failed(String reason) {
    return new RecordMatterNotificationFailure(matterId, tenant, INVITATION, delivery, reason);
  }
}
