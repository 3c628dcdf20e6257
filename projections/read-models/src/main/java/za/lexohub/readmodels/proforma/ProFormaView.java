package za.lexohub.readmodels.proforma;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Line;
import za.lexohub.readmodels.money.Totals;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.party.SupplierView;

/**
 * A pro forma, request and quote in one.
 *
 * @param status one of {@link ProFormaStatus}
 * @param revision of the quote; 0 before there is one
 * @param lines of the offer; empty before there is one
 * @param requestExpiresAt the end of the public link to the request
 * @param answer the last one given
 * @param invoicing absent until it was accepted
 * @param version the count of the pro forma's events
 */
public record ProFormaView(
    UUID id,
    String status,
    @Nullable String quoteNumber,
    int revision,
    @Nullable UUID matterId,
    String matterType,
    @Nullable String urgency,
    @Nullable String requestedAction,
    PartyView client,
    @Nullable PartyView attorney,
    @Nullable SupplierView supplier,
    String title,
    @Nullable String description,
    @Nullable String narrative,
    List<Line> lines,
    @Nullable Totals totals,
    @Nullable LocalDate quoteDate,
    @Nullable LocalDate validUntil,
    @Nullable Instant requestExpiresAt,
    @Nullable Instant submittedAt,
    @Nullable Instant sentAt,
    @Nullable Answer answer,
    @Nullable String closedReason,
    @Nullable Invoicing invoicing,
    List<Document> documents,
    List<Notification> notifications,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  public ProFormaView {
    lines = List.copyOf(lines);
    documents = List.copyOf(documents);
    notifications = List.copyOf(notifications);
  }

  /**
   * What the attorney said.
   *
   * @param kind {@code ACCEPTED}, {@code DECLINED} or {@code CHANGES_REQUESTED}
   * @param channel {@code PUBLIC_LINK} or {@code RECORDED_BY_ADVOCATE}
   * @param note the reason or the wish, when one was given
   */
  public record Answer(String kind, String channel, String by, Instant at, @Nullable String note) {}

  /**
   * How far the invoice has come.
   *
   * @param round counts the attempts to invoice, from 1; the workflow is {@code <id>-<round>}
   * @param state {@code REQUESTED}, {@code VALIDATED}, {@code INVALID}, {@code FAILED}, {@code
   *     CONVERTED} or {@code RELEASED}
   * @param step where it failed
   */
  public record Invoicing(
      int round,
      String state,
      @Nullable UUID invoiceId,
      @Nullable String step,
      @Nullable String reason) {}

  /**
   * The rendering of a revision.
   *
   * @param state {@code REQUESTED}, {@code STORED} or {@code FAILED}
   */
  public record Document(
      int revision,
      String state,
      @Nullable String key,
      @Nullable String sha256,
      @Nullable Long size,
      @Nullable String reason,
      Instant at) {}

  /**
   * A mail about a revision.
   *
   * @param state {@code REQUESTED}, {@code SENT} or {@code FAILED}
   */
  public record Notification(
      int revision,
      String template,
      String state,
      @Nullable String messageId,
      @Nullable String reason,
      Instant at) {}
}
