package za.lexohub.readmodels.claims;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * A dispute about an invoice.
 *
 * @param status {@code OPEN}, {@code UNDER_REVIEW} once answered, {@code ESCALATED} or {@code
 *     RESOLVED}
 * @param openedBy the subject of the login, or of the link
 * @param version the count of the dispute's events
 */
public record DisputeView(
    UUID id,
    String status,
    UUID invoiceId,
    String type,
    Money disputedAmount,
    String reason,
    String channel,
    String openedBy,
    List<Response> responses,
    @Nullable String escalationReason,
    @Nullable String resolution,
    @Nullable String notes,
    @Nullable Instant resolvedAt,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  public DisputeView {
    responses = List.copyOf(responses);
  }

  /** What the advocate has answered. */
  public record Response(String text, Instant at) {}
}
