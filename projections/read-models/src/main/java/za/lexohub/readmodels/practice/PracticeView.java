package za.lexohub.readmodels.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A practice as its page shows it. What was not chosen is as usual.
 *
 * @param profile {@code REFERRAL} or {@code TRUST_ACCOUNT}
 * @param fidelityCertificateUntil the last day of the certificate
 * @param particulars absent once they are erased
 * @param vatTurns the days on which it became a vendor ({@code true}) or ceased to be one; those of
 *     the configuration are not among them
 * @param numberFormats the chosen patterns, by series
 * @param autoRemind absent until a schedule was chosen
 * @param logoSha256 hex
 */
public record PracticeView(
    UUID id,
    String bar,
    String profile,
    @Nullable LocalDate fidelityCertificateUntil,
    @Nullable Particulars particulars,
    Map<String, Boolean> vatTurns,
    Map<String, String> numberFormats,
    @Nullable Boolean autoRemind,
    List<Reminder> reminderDays,
    String overpaymentPolicy,
    @Nullable String logoSha256,
    @Nullable String colour,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  public PracticeView {
    vatTurns = Map.copyOf(vatTurns);
    numberFormats = Map.copyOf(numberFormats);
    reminderDays = List.copyOf(reminderDays);
  }

  /** What documents name their supplier by. */
  public record Particulars(
      String name,
      String email,
      @Nullable String phone,
      String address,
      String practiceNumber,
      @Nullable String vatNumber,
      @Nullable BankAccount banking) {}

  /** An account as a debtor or a bank knows it. */
  public record BankAccount(
      String bank,
      String accountName,
      String accountNumber,
      String branchCode,
      @Nullable String swift) {}

  /** Days after the invoice date for a courtesy letter, after the due date for the others. */
  public record Reminder(String type, int days) {}
}
