package za.lexohub.messages.practice;

import org.jspecify.annotations.Nullable;

/** The advocate's own particulars in plain text; in the log only inside an envelope. */
public record SupplierDetails(
    String name,
    String email,
    @Nullable String phone,
    String address,
    String practiceNumber,
    @Nullable String vatNumber,
    @Nullable Banking banking) {

  /** Where a debtor pays. Never a placeholder: absent when the advocate has given none. */
  public record Banking(
      String bank,
      String accountName,
      String accountNumber,
      String branchCode,
      @Nullable String swift) {}
}
