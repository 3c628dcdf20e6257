package za.lexohub.api.practice;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.OneLine;
import za.lexohub.api.party.BankAccountInput;
import za.lexohub.messages.numbering.NumberSeries;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.NumberFormat;
import za.lexohub.messages.practice.OverpaymentPolicy;
import za.lexohub.messages.practice.PracticeProfile;
import za.lexohub.messages.practice.ReminderDay;
import za.lexohub.messages.practice.ReminderType;
import za.lexohub.messages.practice.SupplierDetails;

/** The bodies of what is done with a practice. */
final class PracticeBodies {

  /**
   * What documents name their supplier by.
   *
   * @param practiceNumber four to twelve capital letters and digits
   * @param vatNumber ten digits, the first a 4; compulsory for a vendor
   * @param banking where a debtor pays; documents name no account when absent
   */
  @Schema(
      name = "PracticeParticulars",
      example =
          """
          {"bar": "JOHANNESBURG", "name": "Adv Thandi Mokoena", "email": "thandi@mokoena.example",
           "address": "Group 21, Duma Nokwe Chambers, Johannesburg 2001",
           "practiceNumber": "JHB0101", "vatNumber": "4010101010"}
          """)
  record Particulars(
      @NotNull(message = "must be given") Bar bar,
      @NotBlank(message = "must be given") @OneLine String name,
      @NotBlank(message = "must be given") @Email @OneLine String email,
      @Nullable @OneLine String phone,
      @NotBlank(message = "must be given") @Size(max = 500) String address,
      @NotNull(message = "must be given")
          @Pattern(
              regexp = "[A-Z0-9]{4,12}",
              message = "must be 4 to 12 capital letters and digits")
          String practiceNumber,
      @Nullable @Pattern(regexp = "4\\d{9}", message = "must be ten digits, the first a 4")
          String vatNumber,
      @Nullable @Valid BankAccountInput banking) {

    SupplierDetails details() {
      return new SupplierDetails(
          name.strip(),
          email.strip(),
          phone,
          address.strip(),
          practiceNumber,
          vatNumber,
          banking == null ? null : banking.banking());
    }
  }

  /** The practice as it begins. */
  @Schema(name = "NewPractice")
  record Registration(
      @NotNull(message = "must be given") PracticeProfile profile,
      @NotNull(message = "must be given") @Valid Particulars particulars) {}

  /**
   * @param from the first day on which it is so
   */
  @Schema(name = "VatRegistration", example = "{\"registered\": true, \"from\": \"2026-12-01\"}")
  record Vat(
      @NotNull(message = "must be given") Boolean registered,
      @NotNull(message = "must be given") LocalDate from) {}

  /**
   * @param fidelityCertificateUntil the last day of the certificate; with a trust account, and only
   *     then
   */
  @Schema(
      name = "PracticeProfileChange",
      example = "{\"profile\": \"TRUST_ACCOUNT\", \"fidelityCertificateUntil\": \"2026-12-31\"}")
  record Profile(
      @NotNull(message = "must be given") PracticeProfile profile,
      @Nullable LocalDate fidelityCertificateUntil) {}

  /** Other patterns for some series; the rest stays. */
  @Schema(
      name = "NumberFormats",
      example = "{\"formats\": [{\"series\": \"INVOICE\", \"pattern\": \"INV-YYYY-NNN\"}]}")
  record Formats(
      @NotNull(message = "must be given") @Size(max = 10)
          List<@NotNull(message = "must be given") @Valid Format> formats) {

    List<NumberFormat> named() {
      return formats.stream()
          .map(format -> new NumberFormat(format.series(), format.pattern()))
          .toList();
    }
  }

  /**
   * @param pattern of capital letters, / and -, with one YYYY or YY and after it, parted from it,
   *     one NNNN, NNN or NN; BAR stands for the code of the Bar
   */
  @Schema(name = "NumberFormat")
  record Format(
      @NotNull(message = "must be given") NumberSeries series,
      @NotNull(message = "must be given") @OneLine String pattern) {}

  /** The whole schedule. */
  @Schema(
      name = "ReminderSchedule",
      example = "{\"autoRemind\": true, \"days\": [{\"type\": \"FIRST\", \"days\": 7}]}")
  record Reminders(
      @NotNull(message = "must be given") Boolean autoRemind,
      @NotNull(message = "must be given") @Size(max = 10)
          List<@NotNull(message = "must be given") @Valid Day> days) {

    List<ReminderDay> schedule() {
      return days.stream().map(day -> new ReminderDay(day.type(), day.days())).toList();
    }
  }

  /**
   * @param days after the invoice date for a courtesy letter, after the due date for the others
   */
  @Schema(name = "ReminderDay")
  record Day(
      @NotNull(message = "must be given") ReminderType type,
      @NotNull(message = "must be given") @Min(0) @Max(365) Integer days) {}

  @Schema(name = "Overpayments", example = "{\"policy\": \"CREDIT_UNALLOCATED\"}")
  record Overpayments(@NotNull(message = "must be given") OverpaymentPolicy policy) {}

  /**
   * Replaces what is set; what is absent is taken away.
   *
   * @param colour of headings, rules and totals; dark enough to be read on white
   * @param logo Base64 of a PNG or JPEG picture of at most 180 KiB
   * @param logoSha256 of the logo that is set already, to keep it; not together with {@code logo}
   */
  @Schema(name = "Branding", example = "{\"colour\": \"#1B3A5C\"}")
  record Branding(
      @Nullable @Pattern(regexp = "#[0-9A-Fa-f]{6}", message = "must be #RRGGBB") String colour,
      @Nullable
          @Size(min = 1, max = MOST_LOGO)
          @Pattern(regexp = "[A-Za-z0-9+/]+={0,2}", message = "must be Base64")
          String logo,
      @Nullable @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 hexadecimal digits")
          String logoSha256) {

    /** 180 KiB as Base64, within what a body may hold. */
    static final int MOST_LOGO = 180 * 1024 / 3 * 4;

    @AssertTrue(message = "must not be given together with logo")
    @Schema(hidden = true)
    boolean isLogoSha256Alone() {
      return logo == null || logoSha256 == null;
    }
  }

  private PracticeBodies() {}
}
