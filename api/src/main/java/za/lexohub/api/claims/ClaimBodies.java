package za.lexohub.api.claims;

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
import za.lexohub.messages.creditnote.NoteCategory;
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.dispute.DisputeResolution;
import za.lexohub.messages.dispute.DisputeType;
import za.lexohub.messages.invoice.PaymentMethod;

/** The bodies of what is done with credit notes, disputes and receipts. */
final class ClaimBodies {

  /**
   * @param disputeId of the dispute that it settles
   */
  @Schema(
      name = "NewCreditNote",
      example =
          """
          {"kind": "CREDIT", "amount": {"amount": 115000, "currency": "ZAR"},
           "category": "BILLING_ERROR", "reason": "Consultation billed twice"}
          """)
  record Note(
      @NotNull(message = "must be given") NoteKind kind,
      @NotNull(message = "must be given") @Valid @AboveZero Cents amount,
      @NotNull(message = "must be given") NoteCategory category,
      @Nullable UUID disputeId,
      @NotBlank(message = "must be given") @Size(max = 500) String reason) {}

  @Schema(
      name = "NewDispute",
      example =
          """
          {"type": "AMOUNT_INCORRECT", "disputedAmount": {"amount": 115000, "currency": "ZAR"},
           "reason": "We agreed on a day fee"}
          """)
  record Dispute(
      @NotNull(message = "must be given") DisputeType type,
      @NotNull(message = "must be given") @Valid @AboveZero Cents disputedAmount,
      @NotBlank(message = "must be given") @Size(max = 2000) String reason) {}

  @Schema(name = "DisputeResponse")
  record Response(@NotBlank(message = "must be given") @Size(max = 2000) String response) {}

  /**
   * @param notes needed for {@code WITHDRAWN} and {@code DISMISSED}
   */
  @Schema(
      name = "Resolution",
      example =
          """
          {"resolution": "CREDIT_NOTE", "notes": "CN-2026-0004 credits the second consultation"}
          """)
  record Resolution(
      @NotNull(message = "must be given") DisputeResolution resolution,
      @Nullable @Size(max = 2000) String notes) {}

  /**
   * @param receivedOn today when absent
   * @param reference only with a matter
   */
  @Schema(
      name = "NewReceipt",
      example =
          """
          {"amount": {"amount": 500000, "currency": "ZAR"}, "method": "EFT"}
          """)
  record NewReceipt(
      @NotNull(message = "must be given") @Valid @AboveZero Cents amount,
      @Schema(
              implementation = String.class,
              allowableValues = {"EFT", "CHEQUE", "CASH", "CARD", "DEBIT_ORDER", "OTHER"})
          @NotNull(message = "must be given")
          PaymentMethod method,
      @Nullable LocalDate receivedOn,
      @Nullable UUID matterId,
      @Nullable @OneLine String reference) {}

  /**
   * @param paymentId of the caller's choosing; made from the Idempotency-Key when absent
   */
  @Schema(name = "ReceiptAllocation")
  record Allocation(
      @NotNull(message = "must be given") UUID invoiceId,
      @Nullable UUID paymentId,
      @NotNull(message = "must be given") @Valid @AboveZero Cents amount) {}

  @Schema(name = "ReceiptRefund")
  record Refund(
      @NotNull(message = "must be given") @Valid @AboveZero Cents amount,
      @NotBlank(message = "must be given") @Size(max = 500) String reason) {}

  /**
   * @param receivedOn today when absent
   */
  @Schema(
      name = "ReceiptRepayment",
      example =
          """
          {"amount": {"amount": 50000, "currency": "ZAR"}, "method": "EFT"}
          """)
  record Repayment(
      @NotNull(message = "must be given") @Valid @AboveZero Cents amount,
      @Schema(
              implementation = String.class,
              allowableValues = {"EFT", "CHEQUE", "CASH", "CARD", "DEBIT_ORDER", "OTHER"})
          @NotNull(message = "must be given")
          PaymentMethod method,
      @Nullable LocalDate receivedOn) {}

  private ClaimBodies() {}
}
