package za.lexohub.api.retainer;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.AboveZero;
import za.lexohub.api.input.Cents;
import za.lexohub.api.input.OneLine;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.retainer.RetainerType;

/**
 * The bodies of what is done with a retainer. {@code matterId} is the retainer's own: under its key
 * is sealed what is typed.
 */
final class RetainerBodies {

  /**
   * @param endsOn the last day, included
   * @param lowBalancePercent of the amount, below which somebody is told; 20 when absent
   */
  @Schema(
      name = "NewRetainer",
      example =
          """
          {"type": "MONTHLY", "amount": {"amount": 5000000, "currency": "ZAR"},
           "startsOn": "2026-12-01", "endsOn": "2026-12-31", "autoRenew": true}
          """)
  record Agreement(
      @NotNull(message = "must be given") RetainerType type,
      @NotNull(message = "must be given") @Valid @AboveZero Cents amount,
      @NotNull(message = "must be given") LocalDate startsOn,
      @Nullable LocalDate endsOn,
      @Nullable Boolean autoRenew,
      @Nullable @Min(0) @Max(100) Integer lowBalancePercent,
      @Nullable @Size(max = 5000) String terms) {}

  /**
   * @param depositedOn today when absent
   */
  @Schema(name = "RetainerDeposit")
  record Deposit(
      @NotNull(message = "must be given") UUID matterId,
      @NotNull(message = "must be given") @Valid @AboveZero Cents amount,
      @Schema(
              implementation = String.class,
              allowableValues = {"EFT", "CHEQUE", "CASH", "CARD", "DEBIT_ORDER", "OTHER"})
          @NotNull(message = "must be given")
          PaymentMethod method,
      @Nullable LocalDate depositedOn,
      @Nullable @OneLine String reference) {}

  /**
   * @param paymentId of the caller's choosing; made from the Idempotency-Key when absent
   * @param drawnOn today when absent
   */
  @Schema(name = "RetainerDrawdown")
  record Drawdown(
      @NotNull(message = "must be given") UUID invoiceId,
      @Nullable UUID paymentId,
      @NotNull(message = "must be given") @Valid @AboveZero Cents amount,
      @Nullable LocalDate drawnOn) {}

  @Schema(name = "RetainerDrawdownReversal")
  record Reversal(
      @NotNull(message = "must be given") UUID matterId,
      @NotNull(message = "must be given") UUID paymentId,
      @NotBlank(message = "must be given") @Size(max = 500) String reason) {}

  /**
   * @param refundedOn today when absent
   */
  @Schema(name = "RetainerRefund")
  record Refund(
      @NotNull(message = "must be given") UUID matterId,
      @NotNull(message = "must be given") @Valid @AboveZero Cents amount,
      @Nullable LocalDate refundedOn,
      @NotBlank(message = "must be given") @Size(max = 500) String reason) {}

  @Schema(name = "RetainerRenewal", example = "{\"endsOn\": \"2027-01-31\"}")
  record Renewal(@NotNull(message = "must be given") LocalDate endsOn) {}

  @Schema(name = "RetainerCancellation")
  record Cancellation(
      @NotNull(message = "must be given") UUID matterId,
      @NotBlank(message = "must be given") @Size(max = 500) String reason) {}

  private RetainerBodies() {}
}
