package za.lexohub.audit.asof;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.proforma.Offer;
import za.lexohub.messages.proforma.ProFormaEvents;
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

/** A pro forma, as {@code GET /pro-formas/{id}} shows it. */
final class ProFormaFold implements Fold {

  private static final List<String> NAMES =
      List.of(
          "id",
          "status",
          "quoteNumber",
          "revision",
          "matterId",
          "matterType",
          "urgency",
          "requestedAction",
          "client",
          "attorney",
          "supplier",
          "title",
          "description",
          "narrative",
          "lines",
          "totals",
          "quoteDate",
          "validUntil",
          "requestExpiresAt",
          "submittedAt",
          "sentAt",
          "answer",
          "closedReason",
          "invoicing",
          "documents",
          "notifications",
          "version",
          "createdAt",
          "updatedAt");

  private final Opening opening;
  private final ProFormaPapers papers = new ProFormaPapers();
  private @Nullable Fields proForma;
  private @Nullable Object statusBeforeExpiry;

  ProFormaFold(Opening opening) {
    this.opening = opening;
  }

  @Override
  public void apply(Step step) {
    if (proForma == null) {
      proForma =
          new Fields(NAMES)
              .set("id", UUID.fromString(step.id()))
              .set("revision", 0)
              .set("lines", List.of())
              .set("createdAt", Shown.micros(step.at()));
    }
    Fields now = proForma;
    switch ((ProFormaEvents) step.event()) {
      case ProFormaRequested e -> {
        content(now, step, e.client(), null, e.wording(), e.matterType());
        now.set("status", "REQUESTED")
            .set("urgency", e.urgency().name())
            .set("requestedAction", e.requestedAction().name())
            .set("requestExpiresAt", Shown.micros(e.expiresAt()));
      }
      case ProFormaLinkRegenerated e -> now.set("requestExpiresAt", Shown.micros(e.expiresAt()));
      case ProFormaRequestSubmitted e -> {
        content(now, step, e.client(), e.attorney(), e.wording(), e.matterType());
        now.set("status", "SUBMITTED")
            .set("urgency", e.urgency().name())
            .set("submittedAt", Shown.micros(e.submittedAt()));
      }
      case ProFormaRequestRejected e -> closed(now, step, "REJECTED", e.reason());
      case ProFormaDrafted e -> {
        content(now, step, e.client(), e.attorney(), e.wording(), e.matterType());
        offer(now, step, 1, e.wording(), e.offer(), e.validUntil());
        now.set("status", "DRAFT")
            .set("quoteNumber", e.quoteNumber())
            .set("matterId", e.matterId() == null ? null : e.matterId().value())
            .set("quoteDate", e.quoteDate());
      }
      case ProFormaRevised e -> {
        wording(now, opening.wording(step.tenant(), e.wording()));
        offer(now, step, e.revision(), e.wording(), e.offer(), e.validUntil());
      }
      case ProFormaSent e ->
          now.set("status", "SENT")
              .set("validUntil", e.validUntil())
              .set("sentAt", Shown.micros(e.sentAt()));
      case ProFormaAccepted e ->
          now.set("status", "ACCEPTED")
              .set(
                  "answer",
                  Fields.of(
                      "kind", "ACCEPTED",
                      "channel", e.channel().name(),
                      "by", e.acceptedBy(),
                      "at", e.acceptedAt(),
                      "note", null))
              .set("invoicing", invoicing(e.round(), "REQUESTED"));
      case ProFormaDeclined e ->
          now.set("status", "DECLINED")
              .set(
                  "answer",
                  Fields.of(
                      "kind", "DECLINED",
                      "channel", e.channel().name(),
                      "by", e.declinedBy(),
                      "at", e.declinedAt(),
                      "note", opening.text(step.tenant(), e.reason())));
      case ProFormaNegotiationRequested e ->
          now.set("status", "NEGOTIATING")
              .set(
                  "answer",
                  Fields.of(
                      "kind", "CHANGES_REQUESTED",
                      "channel", e.channel().name(),
                      "by", e.requestedBy(),
                      "at", e.requestedAt(),
                      "note", opening.text(step.tenant(), e.note())));
      case ProFormaExpired e -> {
        statusBeforeExpiry = now.get("status");
        now.set("status", "EXPIRED");
      }
      case ProFormaExtended e -> extended(now, e);
      case ProFormaWithdrawn e -> closed(now, step, "WITHDRAWN", e.reason());
      case ProFormaValidated e ->
          merge(now, Fields.of("state", "VALIDATED", "invoiceId", value(e.invoiceId())));
      case ProFormaValidationFailed e ->
          merge(
              now,
              Fields.of("state", "INVALID", "step", "VALIDATE_PRO_FORMA", "reason", e.detail()));
      case ProFormaInvoicingFailed e ->
          merge(now, Fields.of("state", "FAILED", "step", e.step(), "reason", e.reason()));
      case ProFormaInvoicingRetried e ->
          merge(now, Fields.of("state", "REQUESTED", "step", null, "reason", null));
      case ProFormaConvertedToInvoice e -> {
        now.set("status", "CONVERTED");
        merge(
            now,
            Fields.of(
                "state",
                "CONVERTED",
                "invoiceId",
                value(e.invoiceId()),
                "step",
                null,
                "reason",
                null));
      }
      case ProFormaInvoiceReleased e -> {
        now.set("status", "ACCEPTED");
        merge(now, Fields.of("state", "RELEASED", "invoiceId", null));
      }
      case ProFormaInvoicingRequested e -> now.set("invoicing", invoicing(e.round(), "REQUESTED"));
      case ProFormaPdfRequested e -> papers.requested(e, step);
      case ProFormaPdfStored e -> papers.stored(e, step);
      case ProFormaPdfFailed e -> papers.failed(e, step);
      case ProFormaNotificationRequested e -> papers.requested(e, step);
      case ProFormaNotificationSent e -> papers.sent(e, step);
      case ProFormaNotificationFailed e -> papers.failed(e, step);
      case ProFormaLinkSent e -> papers.requested(e, step);
      case ProFormaResent e -> papers.requested(e, step);
      case ProFormaMailSent e -> papers.sent(e, step);
      case ProFormaMailFailed e -> papers.failed(e, step);
      case ProFormaConvertedToMatter e ->
          onMatter(now, e.matterId().value(), e.accepted() ? null : "CONVERTED");
      case ProFormaConversionReversed e -> onMatter(now, null, e.accepted() ? null : "SUBMITTED");
    }
    now.set("documents", papers.documents())
        .set("notifications", papers.notifications())
        .set("version", step.version())
        .set("updatedAt", Shown.micros(step.at()));
  }

  @Override
  public Map<String, @Nullable Object> state() {
    return proForma == null ? Map.of() : proForma.copy();
  }

  private void content(
      Fields now,
      Step step,
      Party client,
      @Nullable Party attorney,
      PersonalData wording,
      String matterType) {
    now.set("client", opening.party(step.tenant(), client))
        .set("attorney", attorney == null ? null : opening.party(step.tenant(), attorney))
        .set("matterType", matterType);
    wording(now, opening.wording(step.tenant(), wording));
  }

  private static void wording(Fields now, Optional<Wording> wording) {
    now.set("title", wording.map(Wording::title).orElse(Opening.ERASED))
        .set("description", wording.map(Wording::description).orElse(null))
        .set("narrative", wording.map(Wording::narrative).orElse(null));
  }

  private void offer(
      Fields now,
      Step step,
      int revision,
      PersonalData wording,
      Offer offer,
      LocalDate validUntil) {
    now.set("revision", revision)
        .set("lines", Shown.lines(offer.lines(), opening.wording(step.tenant(), wording)))
        .set("totals", Shown.totals(offer.totals()))
        .set("supplier", opening.supplier(step.tenant(), offer.supplier()))
        .set("validUntil", validUntil);
  }

  private void closed(Fields now, Step step, String status, @Nullable PersonalData reason) {
    now.set("status", status).set("closedReason", opening.text(step.tenant(), reason));
  }

  private void extended(Fields now, ProFormaExtended event) {
    if (statusBeforeExpiry != null) {
      now.set("status", statusBeforeExpiry);
      statusBeforeExpiry = null;
    }
    if (event.expiresAt() != null) {
      now.set("requestExpiresAt", Shown.micros(event.expiresAt()));
    }
    if (event.validUntil() != null) {
      now.set("validUntil", event.validUntil());
    }
  }

  private static void onMatter(Fields now, @Nullable UUID matterId, @Nullable String status) {
    now.set("matterId", matterId);
    if (status != null) {
      now.set("status", status);
    }
  }

  private static Map<String, @Nullable Object> invoicing(int round, String state) {
    return Fields.of(
        "round", round, "state", state, "invoiceId", null, "step", null, "reason", null);
  }

  /** How far the invoice has come; what is not said stays. */
  private static void merge(Fields now, Map<String, @Nullable Object> said) {
    if (!(now.get("invoicing") instanceof Map<?, ?> before)) {
      throw new IllegalStateException("invoiced before it was accepted");
    }
    Map<String, @Nullable Object> merged = Fields.of();
    before.forEach((name, value) -> merged.put(String.valueOf(name), value));
    merged.putAll(said);
    now.set("invoicing", merged);
  }

  private static UUID value(InvoiceId id) {
    return id.value();
  }
}
