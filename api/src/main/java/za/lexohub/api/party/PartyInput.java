package za.lexohub.api.party;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.OneLine;
import za.lexohub.messages.party.PartyDetails;

/**
 * A client or an attorney.
 *
 * @param firmReference the attorney's own reference for the brief
 * @param vatNumber ten digits, the first a 4, of a recipient that is a vendor
 */
@Schema(name = "Party")
public record PartyInput(
    @NotBlank(message = "must be given") @OneLine @Schema(example = "Nomvula Dlamini") String name,
    @Nullable @Email @OneLine @Schema(example = "nomvula@dlamini.example") String email,
    @Nullable @OneLine String phone,
    @Nullable @Size(max = 500) String address,
    @Nullable @OneLine @Schema(example = "Dlamini Attorneys") String firm,
    @Nullable @OneLine String firmReference,
    @Nullable @Pattern(regexp = "4\\d{9}", message = "must be ten digits, the first a 4")
        String vatNumber) {

  PartyDetails details() {
    return new PartyDetails(
        name.strip(), blankless(email), phone, address, firm, firmReference, vatNumber);
  }

  private static @Nullable String blankless(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
