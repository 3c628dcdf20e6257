package za.lexohub.api.party;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.OneLine;
import za.lexohub.messages.practice.SupplierDetails;

/** An account of the advocate's; sealed before it reaches the log. */
@Schema(name = "BankAccount")
public record BankAccountInput(
    @NotBlank(message = "must be given") @OneLine @Schema(example = "First Example Bank")
        String bank,
    @NotBlank(message = "must be given") @OneLine @Schema(example = "T Mokoena") String accountName,
    @NotBlank(message = "must be given") @OneLine @Schema(example = "62000000101")
        String accountNumber,
    @NotBlank(message = "must be given") @OneLine @Schema(example = "250655") String branchCode,
    @Nullable @OneLine String swift) {

  public SupplierDetails.Banking banking() {
    return new SupplierDetails.Banking(bank, accountName, accountNumber, branchCode, swift);
  }
}
