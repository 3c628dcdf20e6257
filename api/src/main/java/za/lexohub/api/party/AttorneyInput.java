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
 * The instructing attorney: who is billed. A tax invoice must name the recipient's address (VAT Act
 * s20(4)), so it is asked for before there is anything to bill.
 *
 * @param firmReference the attorney's own reference for the brief
 * @param vatNumber ten digits, the first a 4, when the firm is a vendor
 */
@Schema(name = "Attorney")
public record AttorneyInput(
    @NotBlank(message = "must be given") @OneLine @Schema(example = "Sipho Khumalo") String name,
    @Nullable @Email @OneLine @Schema(example = "sipho@khumalo.example") String email,
    @Nullable @OneLine String phone,
    @NotBlank(message = "must be given")
        @Size(max = 500)
        @Schema(example = "1 Fox Street, Johannesburg 2001")
        String address,
    @Nullable @OneLine @Schema(example = "Khumalo Attorneys") String firm,
    @Nullable @OneLine String firmReference,
    @Nullable @Pattern(regexp = "4\\d{9}", message = "must be ten digits, the first a 4")
        String vatNumber) {

  PartyDetails details() {
    return new PartyInput(name, email, phone, address, firm, firmReference, vatNumber).details();
  }
}
