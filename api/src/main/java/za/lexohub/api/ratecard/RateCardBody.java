package za.lexohub.api.ratecard;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.AboveZero;
import za.lexohub.api.input.Cents;
import za.lexohub.api.input.OneLine;
import za.lexohub.messages.work.ServiceCategory;

/**
 * All that a rate card says.
 *
 * @param matterType for matters of this type only
 * @param rate unless the pricing is a percentage
 * @param percent of the amount of another line, with a percentage only
 * @param minimum of a rate that is agreed instead, or of what a percentage comes to; so for {@code
 *     maximum}
 */
@Schema(
    name = "RateCard",
    example =
        """
        {"name": "Consultation, senior", "category": "CONSULTATION", "pricing": "HOURLY",
         "rate": {"amount": 350000, "currency": "ZAR"}}
        """)
record RateCardBody(
    @NotBlank(message = "must be given") @OneLine String name,
    @NotNull(message = "must be given") ServiceCategory category,
    @NotNull(message = "must be given") Pricing pricing,
    @Nullable @OneLine String matterType,
    @Nullable @Valid @AboveZero Cents rate,
    @Nullable
        @DecimalMin(value = "0", inclusive = false, message = "must be above 0")
        @DecimalMax("1000")
        @Digits(integer = 4, fraction = 4, message = "may have at most 4 decimals")
        @Schema(example = "66.6667")
        BigDecimal percent,
    @Nullable @Valid @AboveZero Cents minimum,
    @Nullable @Valid @AboveZero Cents maximum) {

  /** How a card prices. */
  @Schema(name = "RateCardPricing")
  enum Pricing {
    HOURLY,
    FIXED,
    PER_ITEM,
    /** A share of another line. */
    PERCENTAGE
  }

  @AssertTrue(message = "must be given, unless the pricing is a percentage")
  @Schema(hidden = true)
  boolean isRateGiven() {
    return pricing == null || (pricing == Pricing.PERCENTAGE) == (rate == null);
  }

  @AssertTrue(message = "must be given with a percentage, and only then")
  @Schema(hidden = true)
  boolean isPercentGiven() {
    return pricing == null || (pricing == Pricing.PERCENTAGE) == (percent != null);
  }
}
