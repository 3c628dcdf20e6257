package za.lexohub.readmodels.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Line;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.money.Totals;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.party.SupplierView;

/**
 * An invoice.
 *
 * @param status one of {@link InvoiceStatus}
 * @param lifecycle {@code DRAFT}, {@code ISSUED}, {@code DISCARDED}, {@code VOIDED} or {@code
 *     WRITTEN_OFF}
 * @param paymentStatus {@code UNPAID}, {@code PARTIALLY_PAID} or {@code PAID}
 * @param overdueSince the day after the due date, while money is owed past it
 * @param source {@code PRO_FORMA}, {@code MATTER_WIP} or {@code FIXED_FEE}
 * @param round of the pro forma's billing; 0 without one
 * @param balance total and debit notes less what is paid, credited and written off
 * @param disputeId while a dispute is open
 * @param paidOn the day since which nothing is open
 * @param invoiceDate provisional, like {@code dueDate}, until it is sent
 * @param version the count of the invoice's events
 */
public record InvoiceView(
    UUID id,
    String invoiceNumber,
    String status,
    String lifecycle,
    String paymentStatus,
    @Nullable Instant viewedAt,
    @Nullable LocalDate overdueSince,
    String source,
    @Nullable UUID proFormaId,
    int round,
    @Nullable UUID matterId,
    String matterType,
    String invoiceType,
    SupplierView supplier,
    PartyView client,
    PartyView attorney,
    String title,
    @Nullable String description,
    @Nullable String narrative,
    List<Line> lines,
    Totals totals,
    @Nullable String discountReason,
    Money paid,
    Money balance,
    Money credited,
    Money debited,
    Money writtenOff,
    @Nullable UUID disputeId,
    boolean remindersEnabled,
    Term paymentTerm,
    LocalDate invoiceDate,
    LocalDate dueDate,
    @Nullable Instant sentAt,
    @Nullable LocalDate paidOn,
    @Nullable String closedReason,
    List<Payment> payments,
    List<Note> notes,
    List<Reminder> reminders,
    List<Document> documents,
    List<Notification> notifications,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  public InvoiceView {
    lines = List.copyOf(lines);
    payments = List.copyOf(payments);
    notes = List.copyOf(notes);
    reminders = List.copyOf(reminders);
    documents = List.copyOf(documents);
    notifications = List.copyOf(notifications);
  }

  /**
   * When it falls due.
   *
   * @param policy {@code JHB_60}, {@code CPT_90} or {@code CUSTOM}
   * @param days calendar days after the invoice date
   */
  public record Term(String policy, int days) {}

  /** Money that came in; a reversed payment counts no more. */
  public record Payment(
      UUID id,
      Money amount,
      String method,
      LocalDate paymentDate,
      @Nullable String reference,
      Instant recordedAt,
      boolean reversed,
      @Nullable String reversalReason,
      @Nullable LocalDate reconciledOn,
      @Nullable String bankReference) {}

  /**
   * A credit or debit note on it.
   *
   * @param kind {@code CREDIT} or {@code DEBIT}
   */
  public record Note(UUID id, String kind, String number, Money amount, Instant appliedAt) {}

  /**
   * A reminder that was sent.
   *
   * @param sequence counts them, from 1
   */
  public record Reminder(int sequence, String type, LocalDate on) {}

  /**
   * A rendering.
   *
   * @param kind {@code DRAFT}, {@code ORIGINAL}, {@code COPY}, {@code RECEIPT}, {@code CREDIT_NOTE}
   *     or {@code DEBIT_NOTE}
   * @param state {@code REQUESTED}, {@code STORED} or {@code FAILED}
   * @param sha256 hex, of the stored bytes
   */
  public record Document(
      String kind,
      int version,
      String state,
      @Nullable String key,
      @Nullable String sha256,
      @Nullable Long size,
      @Nullable String reason,
      Instant at) {}

  /**
   * A mail.
   *
   * @param recipient {@code ADVOCATE} or {@code ATTORNEY}
   * @param delivery counts the mails of one template, from 1
   * @param state {@code REQUESTED}, {@code SENT} or {@code FAILED}
   */
  public record Notification(
      String template,
      String recipient,
      int delivery,
      String state,
      @Nullable String messageId,
      @Nullable String reason,
      Instant at) {}
}
