package za.lexohub.processes.mail;

import jakarta.mail.internet.InternetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.agreement.AgreementCommands.RecordAgreementNotification;
import za.lexohub.messages.agreement.AgreementCommands.RecordAgreementNotificationFailure;
import za.lexohub.messages.agreement.AgreementEvents.AgreementCancelled;
import za.lexohub.messages.agreement.AgreementEvents.AgreementDrafted;
import za.lexohub.messages.agreement.AgreementEvents.AgreementNotificationFailed;
import za.lexohub.messages.agreement.AgreementEvents.AgreementNotificationRequested;
import za.lexohub.messages.agreement.AgreementEvents.AgreementNotificationSent;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSent;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSignedByClient;
import za.lexohub.messages.agreement.AgreementEvents.AgreementSignedOnPaper;
import za.lexohub.messages.agreement.AgreementId;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.processes.pdf.Notation;

/** The mail that brings an engagement agreement's link to the client who is to sign it. */
final class AgreementCorrespondence implements Correspondence {

  static final String LINK = "engagement-link";

  /** Where the API shows an agreement to whoever holds its link. */
  private static final String PUBLIC_PATH = "/api/v1/public/agreements/";

  private final Archive archive;
  private final PublicTokens tokens;
  private final String publicUrl;
  private final TenantId tenant;
  private final AgreementId agreementId;
  private final int delivery;
  private final @Nullable Long request;
  private final Requests requests = new Requests();
  private @Nullable AgreementDrafted drafted;
  private @Nullable AgreementSent sent;
  private boolean closed;

  AgreementCorrespondence(
      Archive archive,
      PublicTokens tokens,
      String publicUrl,
      TenantId tenant,
      AgreementId agreementId,
      int delivery,
      @Nullable Long request) {
    this.archive = archive;
    this.tokens = tokens;
    this.publicUrl = publicUrl;
    this.tenant = tenant;
    this.agreementId = agreementId;
    this.delivery = delivery;
    this.request = request;
  }

  @Override
  public Decision decide() {
    archive.events(agreementId.toString()).forEach(this::on);
    if (drafted == null || !drafted.tenantId().equals(tenant) || !requests.pending(request)) {
      return new Decision.Nothing();
    }
    if (closed || sent == null) {
      return new Decision.Impossible("there is nothing to sign any more");
    }
    return compose(sent);
  }

  private Decision compose(AgreementSent link) {
    Optional<PartyDetails> client = archive.party(tenant, link.recipient());
    Optional<InternetAddress> to =
        client.flatMap(details -> Address.of(details.email(), details.name()));
    if (to.isEmpty()) {
      return new Decision.Impossible(Archive.unreachable(client.isEmpty()));
    }
    Optional<SupplierDetails> counsel = archive.practice(tenant);
    String advocate = counsel.map(SupplierDetails::name).orElse(Archive.COUNSEL);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("client", client.map(PartyDetails::name).orElse(Archive.ERASED));
    values.put("advocate", advocate);
    values.put("validUntil", Notation.date(BusinessTime.dateAt(link.expiresAt())));
    values.put("link", url(link));
    return new Decision.Send(
        new Letter(
            Archive.letterId(LINK, delivery, agreementId.value()),
            to.get(),
            counsel.flatMap(details -> Address.of(details.email(), details.name())).orElse(null),
            Archive.plain("Engagement agreement ready for signature – " + advocate),
            LINK,
            values,
            null));
  }

  private String url(AgreementSent link) {
    String token = tokens.token(agreementId.value(), LinkPurpose.SIGN, link.linkGeneration());
    if (!PublicTokens.hash(token).equals(link.tokenHash())) {
      throw new IllegalStateException(
          "the secret of public links is not the one with which "
              + agreementId
              + " was sent; its link would be dead");
    }
    return publicUrl + PUBLIC_PATH + token;
  }

  private void on(DomainEventMessage<?> message) {
    switch (message.getPayload()) {
      case AgreementDrafted e -> drafted = e;
      case AgreementSent e -> sent = e;
      case AgreementSignedByClient e -> closed = true;
      case AgreementSignedOnPaper e -> closed = true;
      case AgreementCancelled e -> closed = true;
      case AgreementNotificationRequested e when is(e.template(), e.delivery()) ->
          requests.asked(message.getSequenceNumber());
      case AgreementNotificationFailed e when is(e.template(), e.delivery()) -> requests.givenUp();
      case AgreementNotificationSent e when is(e.template(), e.delivery()) -> requests.sent();
      default -> {
        // says nothing about where this mail stands
      }
    }
  }

  private boolean is(String template, int number) {
    return LINK.equals(template) && number == delivery;
  }

  @Override
  public TenantCommand sent(String messageId) {
    return new RecordAgreementNotification(agreementId, tenant, LINK, delivery, messageId);
  }

  @Override
  public TenantCommand failed(String reason) {
    return new RecordAgreementNotificationFailure(agreementId, tenant, LINK, delivery, reason);
  }
}
