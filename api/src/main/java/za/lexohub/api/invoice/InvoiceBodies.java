package za.lexohub.api.invoice;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.AboveZero;
import za.lexohub.api.input.Cents;
import za.lexohub.api.input.DocumentText;
import za.lexohub.api.input.LineInput;
import za.lexohub.api.input.OneLine;
import za.lexohub.messages.invoice.PaymentMethod;

/** The bodies of what is done with an invoice. */
final class InvoiceBodies {

  /**
   * Replaces what the draft says.
   *
   * @param invoiceDate the day of sending when absent
   * @param paymentTermDays instead of the Bar's term
   */
  @Schema(name = "InvoiceDraft")
  record Draft(
      @NotBlank(message = "must be given") @OneLine String title,
      @Nullable @Size(max = 5000) String description,
      @Nullable @Size(min = 10, max = 10_000) String narrative,
      @NotNull(message = "must be given") @Size(max = 200)
          List<@NotNull(message = "must be given") @Valid LineInput> lines,
      @Nullable LocalDate invoiceDate,
      @Nullable @Min(0) @Max(365) Integer paymentTermDays)
      implements DocumentText {}

  @Schema(
      name = "Discount",
      example =
          """
          {"discount": {"amount": 50000, "currency": "ZAR"}, "reason": "Agreed on the telephone"}
          """)
  record Discount(
      @NotNull(message = "must be given") @Valid Cents discount,
      @Nullable @Size(max = 500) String reason) {}

  /** The draft's own date, or today, when absent. */
  @Schema(name = "Sending")
  record Sending(@Nullable LocalDate invoiceDate) {}

  /**
   * Money that came in.
   *
   * @param paymentId of the caller's choosing; made from the Idempotency-Key when absent
   * @param paymentDate today when absent
   */
  @Schema(
      name = "Payment",
      example =
          """
          {"amount": {"amount": 1500000, "currency": "ZAR"}, "method": "EFT",
           "reference": "FNB 4471"}
          """)
  record Payment(
      @Nullable UUID paymentId,
      @NotNull(message = "must be given") @Valid @AboveZero Cents amount,
      @Schema(
              implementation = String.class,
              allowableValues = {"EFT", "CHEQUE", "CASH", "CARD", "DEBIT_ORDER", "OTHER"})
          @NotNull(message = "must be given")
          PaymentMethod method,
      @Nullable LocalDate paymentDate,
      @Nullable @OneLine String reference) {}

  /**
   * The payment was found on the bank's statement.
   *
   * @param reconciledOn today when absent
   */
  @Schema(
      name = "Reconciliation",
      example =
          """
          {"bankReference": "FNB 4471 DLAMINI"}
          """)
  record Reconciliation(
      @Nullable LocalDate reconciledOn, @Nullable @OneLine String bankReference) {}

  @Schema(
      name = "WriteOff",
      example =
          """
          {"amount": {"amount": 115000, "currency": "ZAR"}, "reason": "Estate is insolvent"}
          """)
  record WriteOff(
      @NotNull(message = "must be given") @Valid @AboveZero Cents amount,
      @NotBlank(message = "must be given") @Size(max = 500) String reason) {}

  private InvoiceBodies() {}
}
