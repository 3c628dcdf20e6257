package za.lexohub.api.trust;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.AboveZero;
import za.lexohub.api.input.Cents;
import za.lexohub.api.input.OneLine;
import za.lexohub.api.party.BankAccountInput;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.trust.TrustAuthorization;

/** The bodies of what is done with the trust account. Days are today when absent. */
final class TrustBodies {

  @Schema(name = "NewTrustAccount")
  record Opening(
      @NotNull(message = "must be given") @Valid BankAccountInput bank,
      @Nullable LocalDate openedOn) {}

  /** Money that came in for a matter. */
  @Schema(name = "TrustReceipt")
  record Receipt(
      @NotNull(message = "must be given") UUID matterId,
      @NotNull(message = "must be given") @Valid @AboveZero Cents amount,
      @Schema(
              implementation = String.class,
              allowableValues = {"EFT", "CHEQUE", "CASH", "CARD", "DEBIT_ORDER", "OTHER"})
          @NotNull(message = "must be given")
          PaymentMethod method,
      @Nullable LocalDate receivedOn,
      @Nullable @OneLine String reference) {}

  /**
   * Money that leaves the account.
   *
   * @param invoiceId with INVOICE_PAYMENT, and only then
   */
  @Schema(name = "TrustTransfer")
  record Transfer(
      @NotNull(message = "must be given") UUID matterId,
      @Nullable UUID invoiceId,
      @NotNull(message = "must be given") TrustAuthorization authorization,
      @NotNull(message = "must be given") @Valid @AboveZero Cents amount,
      @Nullable LocalDate transferredOn,
      @NotBlank(message = "must be given") @Size(max = 500) String reason) {}

  /**
   * @param matterId of the transfer
   * @param entryId of the transfer
   */
  @Schema(name = "TrustTransferReversal")
  record Reversal(
      @NotNull(message = "must be given") UUID matterId,
      @NotNull(message = "must be given") UUID entryId,
      @NotBlank(message = "must be given") @Size(max = 500) String reason) {}

  /** Money that goes back to the client. */
  @Schema(name = "TrustRefund")
  record Refund(
      @NotNull(message = "must be given") UUID matterId,
      @NotNull(message = "must be given") @Valid @AboveZero Cents amount,
      @Nullable LocalDate refundedOn,
      @NotBlank(message = "must be given") @Size(max = 500) String reason) {}

  /**
   * What the bank says.
   *
   * @param note names nobody: it outlives every matter
   */
  @Schema(name = "TrustReconciliation")
  record Reconciliation(
      @Nullable LocalDate on,
      @NotNull(message = "must be given") @Valid Cents bank,
      @Nullable @Size(max = 500) String note) {}

  private TrustBodies() {}
}
