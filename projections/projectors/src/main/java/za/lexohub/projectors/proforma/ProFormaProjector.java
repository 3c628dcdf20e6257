package za.lexohub.projectors.proforma;

import java.time.LocalDate;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.proforma.Offer;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConversionReversed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToInvoice;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaConvertedToMatter;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDeclined;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaDrafted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExpired;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaExtended;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoiceReleased;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaInvoicingRetried;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkRegenerated;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNegotiationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfStored;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequestRejected;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequestSubmitted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaResent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRevised;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidated;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaValidationFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaWithdrawn;
import za.lexohub.projectors.erasure.Forgetful;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.proforma.ProFormaContent;
import za.lexohub.readmodels.proforma.ProFormaOffer;
import za.lexohub.readmodels.proforma.ProFormaRows;
import za.lexohub.readmodels.proforma.ProFormaStatus;
import za.lexohub.readmodels.proforma.ProFormaView.Answer;
import za.lexohub.readmodels.proforma.ProFormaView.Invoicing;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.Stamp;

/** Keeps the list of pro formas. */
@ProcessingGroup(ReadModelGroups.PRO_FORMAS)
public final class ProFormaProjector {

  private final ProFormaRows proFormas;
  private final Mails mails;
  private final OpenedText opened;
  private final PublishedPositions positions;

  public ProFormaProjector(
      ProFormaRows proFormas, OpenedText opened, PublishedPositions positions) {
    this.proFormas = proFormas;
    this.mails = new Mails(proFormas);
    this.opened = opened;
    this.positions = positions;
  }

  @EventHandler
  void on(ProFormaRequested event, Stamp stamp) {
    proFormas.requested(
        stamp,
        content(stamp, event.client(), null, event.wording(), event.matterType()),
        event.urgency().name(),
        event.requestedAction().name(),
        event.expiresAt());
  }

  @EventHandler
  void on(ProFormaLinkRegenerated event, Stamp stamp) {
    proFormas.linkRegenerated(stamp, event.expiresAt());
  }

  @EventHandler
  void on(ProFormaRequestSubmitted event, Stamp stamp) {
    proFormas.submitted(
        stamp,
        content(stamp, event.client(), event.attorney(), event.wording(), event.matterType()),
        event.urgency().name(),
        event.submittedAt());
  }

  @EventHandler
  void on(ProFormaRequestRejected event, Stamp stamp) {
    proFormas.closed(stamp, ProFormaStatus.REJECTED, opened.text(stamp.tenant(), event.reason()));
  }

  @EventHandler
  void on(ProFormaDrafted event, Stamp stamp) {
    proFormas.drafted(
        stamp,
        event.quoteNumber(),
        event.matterId() == null ? null : event.matterId().value(),
        content(stamp, event.client(), event.attorney(), event.wording(), event.matterType()),
        offer(stamp, 1, event.wording(), event.offer(), event.validUntil()),
        event.quoteDate());
  }

  @EventHandler
  void on(ProFormaRevised event, Stamp stamp) {
    proFormas.revised(
        stamp,
        opened.wording(stamp.tenant(), event.wording()).wording(),
        offer(stamp, event.revision(), event.wording(), event.offer(), event.validUntil()));
  }

  @EventHandler
  void on(ProFormaSent event, Stamp stamp) {
    proFormas.sent(stamp, event.validUntil(), event.sentAt());
  }

  @EventHandler
  void on(ProFormaAccepted event, Stamp stamp) {
    proFormas.accepted(
        stamp,
        new Answer(
            "ACCEPTED", event.channel().name(), event.acceptedBy(), event.acceptedAt(), null),
        new Invoicing(event.round(), "REQUESTED", null, null, null));
  }

  @EventHandler
  void on(ProFormaDeclined event, Stamp stamp) {
    proFormas.answered(
        stamp,
        ProFormaStatus.DECLINED,
        new Answer(
            "DECLINED",
            event.channel().name(),
            event.declinedBy(),
            event.declinedAt(),
            opened.text(stamp.tenant(), event.reason())));
  }

  @EventHandler
  void on(ProFormaNegotiationRequested event, Stamp stamp) {
    proFormas.answered(
        stamp,
        ProFormaStatus.NEGOTIATING,
        new Answer(
            "CHANGES_REQUESTED",
            event.channel().name(),
            event.requestedBy(),
            event.requestedAt(),
            opened.text(stamp.tenant(), event.note())));
  }

  @EventHandler
  void on(ProFormaExpired event, Stamp stamp) {
    proFormas.expired(stamp);
  }

  @EventHandler
  void on(ProFormaExtended event, Stamp stamp) {
    proFormas.extended(stamp, event.expiresAt(), event.validUntil());
  }

  @EventHandler
  void on(ProFormaWithdrawn event, Stamp stamp) {
    proFormas.closed(stamp, ProFormaStatus.WITHDRAWN, opened.text(stamp.tenant(), event.reason()));
  }

  @EventHandler
  void on(ProFormaValidated event, Stamp stamp) {
    proFormas.invoicing(
        stamp, Json.fields("state", "VALIDATED", "invoiceId", event.invoiceId().value()));
  }

  @EventHandler
  void on(ProFormaValidationFailed event, Stamp stamp) {
    proFormas.invoicing(
        stamp,
        Json.fields("state", "INVALID", "step", "VALIDATE_PRO_FORMA", "reason", event.detail()));
  }

  @EventHandler
  void on(ProFormaInvoicingFailed event, Stamp stamp) {
    proFormas.invoicing(
        stamp, Json.fields("state", "FAILED", "step", event.step(), "reason", event.reason()));
  }

  @EventHandler
  void on(ProFormaInvoicingRetried event, Stamp stamp) {
    proFormas.invoicing(stamp, Json.fields("state", "REQUESTED", "step", null, "reason", null));
  }

  @EventHandler
  void on(ProFormaConvertedToInvoice event, Stamp stamp) {
    proFormas.invoicing(
        stamp,
        ProFormaStatus.CONVERTED,
        Json.fields(
            "state",
            "CONVERTED",
            "invoiceId",
            event.invoiceId().value(),
            "step",
            null,
            "reason",
            null));
  }

  @EventHandler
  void on(ProFormaInvoiceReleased event, Stamp stamp) {
    proFormas.invoicing(
        stamp, ProFormaStatus.ACCEPTED, Json.fields("state", "RELEASED", "invoiceId", null));
  }

  @EventHandler
  void on(ProFormaInvoicingRequested event, Stamp stamp) {
    proFormas.invoicing(
        stamp,
        Json.fields(
            "round",
            event.round(),
            "state",
            "REQUESTED",
            "invoiceId",
            null,
            "step",
            null,
            "reason",
            null));
  }

  @EventHandler
  void on(ProFormaPdfRequested event, Stamp stamp) {
    proFormas.document(stamp, event.revision(), document(event.revision(), "REQUESTED", stamp));
  }

  @EventHandler
  void on(ProFormaPdfStored event, Stamp stamp) {
    Map<String, @Nullable Object> fields = document(event.revision(), "STORED", stamp);
    fields.put("key", event.key());
    fields.put("sha256", event.sha256());
    fields.put("size", event.size());
    proFormas.document(stamp, event.revision(), fields);
  }

  @EventHandler
  void on(ProFormaPdfFailed event, Stamp stamp) {
    Map<String, @Nullable Object> fields = document(event.revision(), "FAILED", stamp);
    fields.put("reason", event.reason());
    proFormas.document(stamp, event.revision(), fields);
  }

  @EventHandler
  void on(ProFormaNotificationRequested event, Stamp stamp) {
    mails.requested(stamp, event.revision(), event.template());
  }

  @EventHandler
  void on(ProFormaNotificationSent event, Stamp stamp) {
    mails.sent(stamp, event.revision(), event.template(), event.messageId());
  }

  @EventHandler
  void on(ProFormaNotificationFailed event, Stamp stamp) {
    mails.failed(stamp, event.revision(), event.template(), event.reason());
  }

  @EventHandler
  void on(ProFormaLinkSent event, Stamp stamp) {
    mails.requested(stamp, 0, "pro-forma-link");
  }

  @EventHandler
  void on(ProFormaResent event, Stamp stamp) {
    mails.requested(stamp, event.revision(), "pro-forma");
  }

  @EventHandler
  void on(ProFormaMailSent event, Stamp stamp) {
    mails.sent(stamp, event.revision(), event.template(), event.messageId());
  }

  @EventHandler
  void on(ProFormaMailFailed event, Stamp stamp) {
    mails.failed(stamp, event.revision(), event.template(), event.reason());
  }

  @EventHandler
  void on(ProFormaConvertedToMatter event, Stamp stamp) {
    proFormas.convertedToMatter(stamp, event.matterId().value(), event.accepted());
  }

  @EventHandler
  void on(ProFormaConversionReversed event, Stamp stamp) {
    proFormas.conversionReversed(stamp, event.accepted());
  }

  @EventHandler
  void on(Forgetting event, Stamp stamp) {
    event
        .data()
        .proFormaIds()
        .forEach(id -> proFormas.forget(stamp.tenant(), id, Forgetful.of(event)));
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.PRO_FORMAS);
    proFormas.empty();
  }

  private ProFormaContent content(
      Stamp stamp, Party client, @Nullable Party attorney, PersonalData wording, String type) {
    return new ProFormaContent(
        opened.party(stamp.tenant(), client),
        attorney == null ? null : opened.party(stamp.tenant(), attorney),
        opened.wording(stamp.tenant(), wording).wording(),
        type);
  }

  private ProFormaOffer offer(
      Stamp stamp, int revision, PersonalData wording, Offer offer, LocalDate validUntil) {
    return new ProFormaOffer(
        revision,
        opened.wording(stamp.tenant(), wording).describe(offer.lines()),
        OpenedText.totals(offer.totals()),
        opened.supplier(stamp.tenant(), offer.supplier()),
        validUntil);
  }

  static Map<String, @Nullable Object> document(int revision, String state, Stamp stamp) {
    return Json.fields("revision", revision, "state", state, "reason", null, "at", stamp.at());
  }
}
