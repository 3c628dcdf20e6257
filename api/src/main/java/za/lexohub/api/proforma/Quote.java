package za.lexohub.api.proforma;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.DocumentText;
import za.lexohub.api.input.LineInput;
import za.lexohub.api.input.OneLine;
import za.lexohub.api.party.AttorneyInput;
import za.lexohub.api.party.PartyInput;

/** The bodies of what the advocate does with a pro forma. */
final class Quote {

  /**
   * Prices a submitted request.
   *
   * @param client what was submitted stands unless given; so for {@code attorney} and {@code
   *     matterType}
   */
  @Schema(
      name = "ProFormaPricing",
      example =
          """
          {"title": "Dlamini v Transit Holdings",
           "narrative": "Consultation, drafting and appearance",
           "lines": [{"kind": "FEE", "description": "Heads of argument", "quantity": 10,
                      "rate": {"amount": 250000, "currency": "ZAR"}},
                     {"kind": "DISBURSEMENT", "description": "Travel", "quantity": 1,
                      "rate": {"amount": 250000, "currency": "ZAR"}}]}
          """)
  record Pricing(
      @Nullable UUID matterId,
      @Nullable @Valid PartyInput client,
      @Nullable @Valid AttorneyInput attorney,
      @Nullable @OneLine String matterType,
      @NotBlank(message = "must be given") @OneLine String title,
      @Nullable @Size(max = 5000) String description,
      @Nullable @Size(min = 10, max = 10_000) String narrative,
      @NotNull(message = "must be given") @Size(max = 200)
          List<@NotNull(message = "must be given") @Valid LineInput> lines,
      @Nullable LocalDate quoteDate,
      @Nullable LocalDate validUntil)
      implements DocumentText {}

  /** A new revision. */
  @Schema(name = "ProFormaRevision")
  record Revision(
      @NotBlank(message = "must be given") @OneLine String title,
      @Nullable @Size(max = 5000) String description,
      @Nullable @Size(min = 10, max = 10_000) String narrative,
      @NotNull(message = "must be given") @Size(max = 200)
          List<@NotNull(message = "must be given") @Valid LineInput> lines,
      @Nullable LocalDate validUntil)
      implements DocumentText {}

  /** What the attorney wishes. */
  @Schema(name = "ChangesWanted")
  record Note(@NotBlank(message = "must be given") @Size(max = 2000) String note) {}

  /** The last day of the link or the offer, Johannesburg time. */
  @Schema(name = "Extension")
  record Extension(@NotNull(message = "must be given") LocalDate newDate) {}

  /** A new link; its end is seven days from now when absent. */
  @Schema(name = "NewLink")
  record Regeneration(@Nullable Instant expiresAt) {}

  /** Who is to get a mail. */
  @Schema(
      name = "Addressee",
      example = "{\"name\": \"Sipho Khumalo\", \"email\": \"sipho@khumalo.example\"}")
  record Addressee(
      @NotBlank(message = "must be given") @OneLine String name,
      @NotBlank(message = "must be given") @Email @OneLine String email) {}

  private Quote() {}
}
