package za.lexohub.api.ratecard;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.AboveZero;
import za.lexohub.api.input.Cents;
import za.lexohub.api.input.OneLine;
import za.lexohub.messages.ratecard.PricingType;
import za.lexohub.messages.work.ServiceCategory;

/**
 * All that a rate card says.
 *
 * @param matterType for matters of this type only
 * @param minimum of a rate that is agreed instead; so for {@code maximum}
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
    @NotNull(message = "must be given") PricingType pricing,
    @Nullable @OneLine String matterType,
    @NotNull(message = "must be given") @Valid @AboveZero Cents rate,
    @Nullable @Valid @AboveZero Cents minimum,
    @Nullable @Valid @AboveZero Cents maximum) {}
