package za.lexohub.readmodels.agreement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.party.Forgotten;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.row.RowErasure;
import za.lexohub.readmodels.row.RowInsert;
import za.lexohub.readmodels.row.RowUpdate;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.row.TenantScope;

/**
 * Keeps the rows of agreements. Every write may come again, at any time; an older one is refused.
 */
public final class AgreementRows {

  private static final String TABLE = "agreements";

  private final TenantScope scope;

  public AgreementRows(TenantScope scope) {
    this.scope = scope;
  }

  /** What the agreement says, opened. */
  public record Text(String terms, String scope, String fees) {}

  public void drafted(
      Stamp stamp,
      @Nullable UUID matterId,
      @Nullable UUID proFormaId,
      PartyView client,
      Text text) {
    RowInsert.of(TABLE, stamp)
        .set("matter_id", matterId)
        .set("pro_forma_id", proFormaId)
        .set("status", "DRAFT")
        .setJson("client", client)
        .set("terms", text.terms())
        .set("scope", text.scope())
        .set("fees", text.fees())
        .apply(scope);
  }

  public void sent(Stamp stamp, int linkGeneration, Instant expiresAt, Instant at) {
    update(stamp)
        .set("status", "SENT")
        .set("link_generation", linkGeneration)
        .set("expires_at", expiresAt)
        .set("sent_at", at)
        .apply(scope);
  }

  public void signed(Stamp stamp, @Nullable String signature, String channel, Instant at) {
    update(stamp)
        .set("status", "SIGNED_BY_CLIENT")
        .set("signature", signature)
        .set("signed_by", channel)
        .set("signed_at", at)
        .apply(scope);
  }

  public void countersigned(Stamp stamp, String by, Instant at) {
    update(stamp)
        .set("status", "SIGNED")
        .set("countersigned_by", by)
        .set("countersigned_at", at)
        .apply(scope);
  }

  /**
   * @param signedAt the day on the paper begins
   * @param by whom it was recorded
   */
  public void signedOnPaper(
      Stamp stamp,
      @Nullable String signature,
      Instant signedAt,
      UUID scanId,
      String by,
      Instant recordedAt) {
    update(stamp)
        .set("status", "SIGNED")
        .set("signature", signature)
        .set("signed_by", "PAPER")
        .set("signed_at", signedAt)
        .set("scan_id", scanId)
        .set("countersigned_by", by)
        .set("countersigned_at", recordedAt)
        .apply(scope);
  }

  public void cancelled(Stamp stamp, @Nullable String reason) {
    update(stamp).set("status", "CANCELLED").set("cancel_reason", reason).apply(scope);
  }

  public void mailed(Stamp stamp, String state, @Nullable String reason) {
    update(stamp).set("mail_state", state).set("mail_reason", reason).apply(scope);
  }

  /** Leaves what a replay would write now, in all agreements on a matter. */
  public void forgetMatter(String tenant, UUID matterId, Forgotten forgotten) {
    erasure(forgotten).apply(scope, tenant, "matter_id", matterId);
  }

  /** Leaves what a replay would write now, in all agreements on a pro forma. */
  public void forgetProForma(String tenant, UUID proFormaId, Forgotten forgotten) {
    erasure(forgotten).apply(scope, tenant, "pro_forma_id", proFormaId);
  }

  private static RowErasure erasure(Forgotten forgotten) {
    RowErasure row = RowErasure.of(TABLE);
    if (forgotten.client()) {
      row.party("client");
    }
    if (forgotten.wording()) {
      row.text("terms").text("scope").text("fees").text("signature").text("cancel_reason");
    }
    return row;
  }

  public void empty() {
    scope.truncate(TABLE);
  }

  private static RowUpdate update(Stamp stamp) {
    return RowUpdate.of(TABLE, stamp);
  }
}
