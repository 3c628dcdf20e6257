package za.lexohub.api.input;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import za.lexohub.messages.money.Money;

/**
 * Money in a body: whole cents, never a decimal.
 *
 * @param amount in cents, at most R 10,000,000,000.00
 */
@Schema(name = "Money", description = "Whole cents of South African rand.")
public record Cents(
    @NotNull(message = "must be given") @PositiveOrZero @Max(Cents.MAX) @Schema(example = "1150000")
        Long amount,
    @NotNull(message = "must be given")
        @Pattern(regexp = "ZAR", message = "must be ZAR")
        @Schema(example = "ZAR")
        String currency) {
  static final long MAX = 1_000_000_000_000L;

  /** Only after validation. */
  public Money money() {
    return new Money(amount, currency);
  }
}
