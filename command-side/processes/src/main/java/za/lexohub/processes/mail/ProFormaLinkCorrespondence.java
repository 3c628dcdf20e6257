package za.lexohub.processes.mail;

import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaMail;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaMailFailure;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExtended;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkRegenerated;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequestSubmitted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaWithdrawn;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.processes.pdf.Notation;

/** The mail that brings the link to the request form to whoever is to fill it in. */
final class ProFormaLinkCorrespondence implements Correspondence {

  static final String LINK = "pro-forma-link";

  /** Where the API answers whoever holds a link. */
  private static final String PUBLIC_PATH = "/api/v1/public/pro-formas/";

  private final Archive archive;
  private final PublicTokens tokens;
  private final String publicUrl;
  private final TenantId tenant;
  private final ProFormaId proFormaId;
  private final int delivery;
  private final FurtherMail mail;
  private @Nullable ProFormaRequested requested;
  private @Nullable Instant expiresAt;
  private String tokenHash = "";
  private int generation;
  private boolean closed;

  ProFormaLinkCorrespondence(
      Archive archive,
      PublicTokens tokens,
      String publicUrl,
      TenantId tenant,
      ProFormaId proFormaId,
      int delivery) {
    this.archive = archive;
    this.tokens = tokens;
    this.publicUrl = publicUrl;
    this.tenant = tenant;
    this.proFormaId = proFormaId;
    this.delivery = delivery;
    this.mail = new FurtherMail(delivery);
  }

  @Override
  public Decision decide() {
    archive.events(proFormaId.toString()).forEach(this::on);
    ProFormaRequested request = requested;
    ProFormaLinkSent link = mail.link();
    Instant until = expiresAt;
    if (request == null || until == null || link == null || !request.tenantId().equals(tenant)) {
      return new Decision.Nothing();
    }
    if (closed || link.linkGeneration() != generation) {
      return new Decision.Impossible("the link is used or replaced, or has expired");
    }
    return compose(request, link, until);
  }

  private Decision compose(ProFormaRequested request, ProFormaLinkSent link, Instant until) {
    Optional<PartyDetails> attorney = archive.party(tenant, link.recipient());
    Optional<InternetAddress> to =
        attorney.flatMap(details -> Address.of(details.email(), details.name()));
    if (to.isEmpty()) {
      return new Decision.Impossible(Archive.unreachable(attorney.isEmpty()));
    }
    Optional<SupplierDetails> counsel = archive.practice(tenant);
    String title =
        archive
            .open(tenant, request.wording(), Wording.class)
            .map(Wording::title)
            .orElse(Archive.ERASED);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("attorney", attorney.map(PartyDetails::name).orElse(Archive.ERASED));
    values.put("advocate", counsel.map(SupplierDetails::name).orElse(Archive.COUNSEL));
    values.put("matter", title);
    values.put(
        "client",
        archive.party(tenant, request.client()).map(PartyDetails::name).orElse(Archive.ERASED));
    values.put("expiresOn", Notation.date(BusinessTime.dateAt(until)));
    values.put("link", url());
    return new Decision.Send(
        new Letter(
            Archive.letterId(LINK, delivery, proFormaId.value()),
            to.get(),
            counsel.flatMap(details -> Address.of(details.email(), details.name())).orElse(null),
            Archive.plain("Pro forma request: " + title),
            LINK,
            values,
            null));
  }

  private String url() {
    String token = tokens.token(proFormaId, LinkPurpose.SUBMIT, generation);
    if (!PublicTokens.hash(token).equals(tokenHash)) {
      throw new IllegalStateException(
          "the secret of public links is not the one with which "
              + proFormaId
              + " was requested; its link would be dead");
    }
    return publicUrl + PUBLIC_PATH + token;
  }

  private void on(DomainEventMessage<?> message) {
    mail.on(message);
    switch (message.getPayload()) {
      case ProFormaRequested e -> {
        requested = e;
        live(e.tokenHash(), e.linkGeneration(), e.expiresAt());
      }
      case ProFormaLinkRegenerated e -> live(e.tokenHash(), e.linkGeneration(), e.expiresAt());
      case ProFormaExtended e when e.expiresAt() != null -> {
        expiresAt = e.expiresAt();
        closed = false;
      }
      case ProFormaRequestSubmitted e -> closed = true;
      case ProFormaExpired e -> closed = true;
      case ProFormaWithdrawn e -> closed = true;
      case ProFormaDrafted e -> closed = true;
      default -> {
        // says nothing about the link
      }
    }
  }

  private void live(String hash, int newGeneration, Instant until) {
    tokenHash = hash;
    generation = newGeneration;
    expiresAt = until;
  }

  @Override
  public TenantCommand sent(String messageId) {
    return new RecordProFormaMail(proFormaId, tenant, delivery, messageId);
  }

  @Override
  public TenantCommand failed(String reason) {
    return new RecordProFormaMailFailure(proFormaId, tenant, delivery, reason);
  }
}
