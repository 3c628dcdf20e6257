package za.lexohub.api.invoice;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.DocumentText;
import za.lexohub.api.input.LineInput;
import za.lexohub.api.input.OneLine;
import za.lexohub.messages.invoice.InvoiceType;

/** What an invoice is made of on a matter. Its date is today until the draft is changed or sent. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "source")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NewInvoice.OfWork.class, name = "MATTER_WIP"),
  @JsonSubTypes.Type(value = NewInvoice.FixedFee.class, name = "FIXED_FEE")
})
@Schema(
    description = "MATTER_WIP bills the work logged on a matter; FIXED_FEE charges agreed fees.",
    discriminatorProperty = "source",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "MATTER_WIP", schema = NewInvoice.OfWork.class),
      @DiscriminatorMapping(value = "FIXED_FEE", schema = NewInvoice.FixedFee.class)
    },
    oneOf = {NewInvoice.OfWork.class, NewInvoice.FixedFee.class})
sealed interface NewInvoice {

  /**
   * The matter's unbilled work.
   *
   * @param invoiceType {@code INTERIM} unless said otherwise; a matter has one {@code FINAL}
   * @param workItems all billable ones when absent or empty
   * @param through the last day of that work; today when absent
   * @param title the matter's own when absent
   */
  @Schema(
      name = "NewInvoiceOfWork",
      example =
          """
          {"source": "MATTER_WIP", "matterId": "6f1c2d1e-7c1f-4c0e-9d5e-0b9f5f3f8a11",
           "through": "2026-01-31"}
          """)
  record OfWork(
      @NotNull(message = "must be given") UUID matterId,
      @Nullable InvoiceType invoiceType,
      @Nullable @Size(max = 500) List<@NotNull(message = "must be given") UUID> workItems,
      @Nullable LocalDate through,
      @Nullable @OneLine String title,
      @Nullable @Size(min = 10, max = 10_000) String narrative)
      implements NewInvoice {}

  /**
   * Fees that were agreed.
   *
   * @param invoiceType {@code INTERIM} unless said otherwise; a matter has one {@code FINAL}
   */
  @Schema(
      name = "NewFixedFeeInvoice",
      example =
          """
          {"source": "FIXED_FEE", "matterId": "6f1c2d1e-7c1f-4c0e-9d5e-0b9f5f3f8a11",
           "invoiceType": "MILESTONE", "title": "Dlamini v Transit Holdings",
           "lines": [{"kind": "FEE", "description": "Heads of argument filed", "quantity": 1,
                      "rate": {"amount": 2500000, "currency": "ZAR"}}]}
          """)
  record FixedFee(
      @NotNull(message = "must be given") UUID matterId,
      @Nullable InvoiceType invoiceType,
      @NotBlank(message = "must be given") @OneLine String title,
      @Nullable @Size(max = 5000) String description,
      @Nullable @Size(min = 10, max = 10_000) String narrative,
      @NotNull(message = "must be given") @Size(max = 200)
          List<@NotNull(message = "must be given") @Valid LineInput> lines)
      implements NewInvoice, DocumentText {}
}
