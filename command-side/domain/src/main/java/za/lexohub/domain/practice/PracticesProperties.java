package za.lexohub.domain.practice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.PracticeProfile;
import za.lexohub.messages.practice.SupplierDetails;

/**
 * The practices, by tenant: {@code lexohub.practices.<tenant>.name} and so on.
 *
 * @param practices absent tenants have no books here
 */
@Validated
@ConfigurationProperties("lexohub")
public record PracticesProperties(@DefaultValue Map<String, @Valid Registered> practices) {

  /**
   * @param practiceNumber four to twelve capital letters and digits
   * @param vatNumber ten digits, the first a 4; compulsory for a vendor
   * @param vatRegisteredFrom the first day as a vendor; absent when the practice is none
   * @param fidelityCertificateUntil the last day of the certificate, with a trust account
   * @param banking where a debtor pays; documents name no account when absent
   */
  public record Registered(
      @NotBlank String name,
      @NotBlank @Email String email,
      @Nullable String phone,
      @NotBlank String address,
      @NotNull @Pattern(regexp = "[A-Z0-9]{4,12}") String practiceNumber,
      @NotNull Bar bar,
      @Nullable @Pattern(regexp = "4\\d{9}") String vatNumber,
      @Nullable LocalDate vatRegisteredFrom,
      @DefaultValue("REFERRAL") PracticeProfile profile,
      @Nullable LocalDate fidelityCertificateUntil,
      @Valid @Nullable Banking banking) {
    public Registered {
      if ((profile == PracticeProfile.TRUST_ACCOUNT) != (fidelityCertificateUntil != null)) {
        throw new IllegalArgumentException(
            "fidelity-certificate-until must be given with a trust account, and only then");
      }
      if (vatRegisteredFrom != null && vatNumber == null) {
        throw new IllegalArgumentException("vat-registered-from needs a vat-number");
      }
    }

    SupplierDetails details() {
      return new SupplierDetails(
          name,
          email,
          phone,
          address,
          practiceNumber,
          vatNumber,
          banking == null
              ? null
              : new SupplierDetails.Banking(
                  banking.bank(),
                  banking.accountName(),
                  banking.accountNumber(),
                  banking.branchCode(),
                  banking.swift()));
    }
  }

  /** Where a debtor pays. */
  public record Banking(
      @NotBlank String bank,
      @NotBlank String accountName,
      @NotBlank String accountNumber,
      @NotBlank String branchCode,
      @Nullable String swift) {}
}
