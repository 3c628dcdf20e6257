package za.lexohub.api.publiclink;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.OneLine;
import za.lexohub.api.party.AttorneyInput;
import za.lexohub.api.party.PartyInput;
import za.lexohub.messages.proforma.Urgency;

/** What an attorney fills in. */
final class PublicBodies {

  /** The request form. */
  @Schema(
      name = "ProFormaRequestForm",
      example =
          """
          {"client": {"name": "Nomvula Dlamini", "email": "nomvula@dlamini.example"},
           "attorney": {"name": "Sipho Khumalo", "firm": "Khumalo Attorneys",
                        "email": "sipho@khumalo.example", "address": "1 Fox Street, Johannesburg 2001"},
           "matterType": "Commercial litigation", "title": "Dlamini v Transit Holdings",
           "description": "Damages claim; heads of argument are due in a month."}
          """)
  record Form(
      @NotNull(message = "must be given") @Valid PartyInput client,
      @NotNull(message = "must be given") @Valid AttorneyInput attorney,
      @NotBlank(message = "must be given") @OneLine String matterType,
      @NotBlank(message = "must be given") @OneLine String title,
      @NotBlank(message = "must be given") @Size(max = 5000) String description,
      @Nullable @Size(min = 10, max = 10_000) String narrative,
      @Nullable Urgency urgency) {}

  /** What the attorney wishes changed. */
  @Schema(name = "ChangesWantedByAttorney")
  record Note(@NotBlank(message = "must be given") @Size(max = 2000) String note) {}

  private PublicBodies() {}
}
