package za.lexohub.readmodels.proforma;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.party.Forgotten;
import za.lexohub.readmodels.party.WordingView;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.RowErasure;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Keeps the rows of pro formas. Every write may come again, at any time; an older one is refused.
 */
public final class ProFormaRows {

  private static final String TABLE = "pro_formas";

  private final TenantScope scope;

  public ProFormaRows(TenantScope scope) {
    this.scope = scope;
  }

  public void requested(
      Stamp stamp,
      ProFormaContent content,
      String urgency,
      String requestedAction,
      Instant expiresAt) {
    insert(stamp, content)
        .set("status", ProFormaStatus.REQUESTED)
        .set("urgency", urgency)
        .set("requested_action", requestedAction)
        .set("request_expires_at", expiresAt)
        .apply(scope);
  }

  public void linkRegenerated(Stamp stamp, Instant expiresAt) {
    update(stamp).set("request_expires_at", expiresAt).apply(scope);
  }

  public void submitted(Stamp stamp, ProFormaContent content, String urgency, Instant at) {
    content(update(stamp), content)
        .set("status", ProFormaStatus.SUBMITTED)
        .set("urgency", urgency)
        .set("submitted_at", at)
        .apply(scope);
  }

  /** A quote of its own begins its stream; another prices a request. */
  public void drafted(
      Stamp stamp,
      String quoteNumber,
      @Nullable UUID matterId,
      ProFormaContent content,
      ProFormaOffer offer,
      LocalDate quoteDate) {
    if (stamp.version() == 1) {
      insert(stamp, content)
          .set("status", ProFormaStatus.DRAFT)
          .set("quote_number", quoteNumber)
          .set("matter_id", matterId)
          .set("quote_date", quoteDate)
          .set("revision", offer.revision())
          .setJson("lines", offer.lines())
          .setJson("totals", offer.totals())
          .set("total", offer.totals().total())
          .setJson("supplier", offer.supplier())
          .set("valid_until", offer.validUntil())
          .apply(scope);
    } else {
      offer(content(update(stamp), content), offer)
          .set("status", ProFormaStatus.DRAFT)
          .set("quote_number", quoteNumber)
          .set("matter_id", matterId)
          .set("quote_date", quoteDate)
          .apply(scope);
    }
  }

  public void revised(Stamp stamp, WordingView wording, ProFormaOffer offer) {
    wording(offer(update(stamp), offer), wording)
        .setSql("offer_unsent = case when sent_at is null then null else true end")
        .apply(scope);
  }

  public void sent(Stamp stamp, LocalDate validUntil, Instant at) {
    update(stamp)
        .set("status", ProFormaStatus.SENT)
        .set("valid_until", validUntil)
        .set("sent_at", at)
        .set("offer_unsent", null)
        .apply(scope);
  }

  public void answered(Stamp stamp, ProFormaStatus status, ProFormaView.Answer answer) {
    update(stamp).set("status", status).setJson("answer", answer).apply(scope);
  }

  public void accepted(Stamp stamp, ProFormaView.Answer answer, ProFormaView.Invoicing invoicing) {
    update(stamp)
        .set("status", ProFormaStatus.ACCEPTED)
        .setJson("answer", answer)
        .setJson("invoicing", invoicing)
        .apply(scope);
  }

  /** Rejected or withdrawn by the advocate. */
  public void closed(Stamp stamp, ProFormaStatus status, @Nullable String reason) {
    update(stamp).set("status", status).set("closed_reason", reason).apply(scope);
  }

  public void expired(Stamp stamp) {
    update(stamp)
        .setSql("status_before_expiry = status")
        .set("status", ProFormaStatus.EXPIRED)
        .apply(scope);
  }

  /** Takes it back to where it was; a date that is not given stays. */
  public void extended(
      Stamp stamp, @Nullable Instant requestExpiresAt, @Nullable LocalDate validUntil) {
    update(stamp)
        .setSql("status = coalesce(status_before_expiry, status)")
        .set("status_before_expiry", null)
        .setSql(
            "request_expires_at = coalesce(cast(? as timestamptz), request_expires_at)",
            requestExpiresAt)
        .setSql("valid_until = coalesce(cast(? as date), valid_until)", validUntil)
        .apply(scope);
  }

  /** An accepted one is billed on the matter; a request for a matter has ended. */
  public void convertedToMatter(Stamp stamp, UUID matterId, boolean accepted) {
    onMatter(stamp, matterId, accepted ? null : ProFormaStatus.CONVERTED).apply(scope);
  }

  public void conversionReversed(Stamp stamp, boolean accepted) {
    onMatter(stamp, null, accepted ? null : ProFormaStatus.SUBMITTED).apply(scope);
  }

  private static RowUpdate onMatter(
      Stamp stamp, @Nullable UUID matterId, @Nullable ProFormaStatus status) {
    RowUpdate update = update(stamp).set("matter_id", matterId);
    return status == null ? update : update.set("status", status);
  }

  /** How far the invoice has come; what is not among the fields stays. */
  public void invoicing(Stamp stamp, Map<String, @Nullable Object> fields) {
    mergeInvoicing(update(stamp), fields).apply(scope);
  }

  public void invoicing(Stamp stamp, ProFormaStatus status, Map<String, @Nullable Object> fields) {
    mergeInvoicing(update(stamp).set("status", status), fields).apply(scope);
  }

  /**
   * @param fields of {@link ProFormaView.Document}; what is not among them stays
   */
  public void document(Stamp stamp, int revision, Map<String, @Nullable Object> fields) {
    update(stamp).mergeJson("documents", "r" + revision, fields).apply(scope);
  }

  /**
   * @param fields of {@link ProFormaView.Notification}; what is not among them stays
   */
  public void notification(
      Stamp stamp, int revision, String template, Map<String, @Nullable Object> fields) {
    update(stamp).mergeJson("notifications", "r" + revision + "-" + template, fields).apply(scope);
  }

  /** Nothing that is shown has changed, but the version. */
  public void touched(Stamp stamp) {
    update(stamp).apply(scope);
  }

  /** Leaves what a replay would write now. */
  public void forget(String tenant, UUID id, Forgotten forgotten) {
    RowErasure row = RowErasure.of(TABLE);
    if (forgotten.client()) {
      row.party("client");
    }
    if (forgotten.attorney()) {
      row.party("attorney");
    }
    if (forgotten.wording()) {
      row.text("title")
          .clear("description")
          .clear("narrative")
          .textOfEach("lines", "description")
          .text("closed_reason")
          .textIn("answer", "note");
    }
    row.apply(scope, tenant, id);
  }

  public void empty() {
    scope.truncate(TABLE);
  }

  private static RowUpdate update(Stamp stamp) {
    return RowUpdate.of(TABLE, stamp);
  }

  private static RowInsert insert(Stamp stamp, ProFormaContent content) {
    return RowInsert.of(TABLE, stamp)
        .setJson("client", content.client())
        .setJson("attorney", content.attorney())
        .set("title", content.wording().title())
        .set("description", content.wording().description())
        .set("narrative", content.wording().narrative())
        .set("matter_type", content.matterType());
  }

  private static RowUpdate content(RowUpdate update, ProFormaContent content) {
    return wording(update, content.wording())
        .setJson("client", content.client())
        .setJson("attorney", content.attorney())
        .set("matter_type", content.matterType());
  }

  private static RowUpdate wording(RowUpdate update, WordingView wording) {
    return update
        .set("title", wording.title())
        .set("description", wording.description())
        .set("narrative", wording.narrative());
  }

  private static RowUpdate offer(RowUpdate update, ProFormaOffer offer) {
    return update
        .set("revision", offer.revision())
        .setJson("lines", offer.lines())
        .setJson("totals", offer.totals())
        .set("total", offer.totals().total())
        .setJson("supplier", offer.supplier())
        .set("valid_until", offer.validUntil());
  }

  private static RowUpdate mergeInvoicing(RowUpdate update, Map<String, @Nullable Object> fields) {
    return update.setSql(
        "invoicing = coalesce(invoicing, '{}') || cast(? as jsonb)", Json.write(fields));
  }
}
