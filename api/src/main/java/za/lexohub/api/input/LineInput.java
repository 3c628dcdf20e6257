package za.lexohub.api.input;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.money.LineKind;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.money.VatTreatment;

/**
 * A line of a document as it is asked for; its amount is derived.
 *
 * @param quantity hours, days or pieces; at most 6 decimals
 * @param rate for one unit; the rate card's when absent
 * @param vatTreatment standard unless said otherwise
 * @param rateCardId a card of the practice; a rate that is given has to lie within its bounds
 * @param percentOf which line above, counted from 0, the share of a percentage card is taken of
 */
@RateOrCard
@Schema(name = "OfferedLine", description = "A line; its amount is quantity times rate.")
public record LineInput(
    @NotNull(message = "must be given") @Schema(example = "FEE") LineKind kind,
    @Nullable LocalDate date,
    @NotBlank(message = "must be given")
        @Size(max = 1000)
        @Schema(example = "Consultation and drafting of heads of argument")
        String description,
    @NotNull(message = "must be given")
        @DecimalMin(value = "0", inclusive = false, message = "must be above 0")
        @DecimalMax("100000")
        @Digits(integer = 6, fraction = 6, message = "may have at most 6 decimals")
        @Schema(example = "10")
        BigDecimal quantity,
    @Nullable @Valid @AboveZero Cents rate,
    @Nullable VatTreatment vatTreatment,
    @Nullable UUID rateCardId,
    @Nullable @Min(0) @Max(199) Integer percentOf) {

  /** At that rate: its own, or its card's. */
  public OfferedLine offeredAt(Money known) {
    return new OfferedLine(
        kind, date, quantity, known, vatTreatment == null ? VatTreatment.STANDARD : vatTreatment);
  }

  public static List<String> descriptions(List<LineInput> lines) {
    return lines.stream().map(LineInput::description).toList();
  }
}
