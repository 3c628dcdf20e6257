package za.lexohub.api.access;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.AboveZero;
import za.lexohub.api.input.Cents;
import za.lexohub.api.input.OneLine;
import za.lexohub.api.input.Subject;
import za.lexohub.api.party.AttorneyInput;
import za.lexohub.api.party.PartyInput;
import za.lexohub.messages.dispute.DisputeType;
import za.lexohub.messages.matter.AccessLevel;

/** The bodies of what an attorney is allowed and does. */
final class AccessBodies {

  /**
   * Who may do how much.
   *
   * @param attorneyId the subject of the attorney's token
   */
  @Schema(
      name = "AccessGrant",
      example =
          """
          {"attorneyId": "f5e81b0d-559a-3fe0-a6a3-6d1ae3c79ab6", "level": "APPROVE"}
          """)
  record Grant(
      @NotBlank(message = "must be given") @Subject String attorneyId,
      @NotNull(message = "must be given") AccessLevel level) {}

  /** Whose access ends. */
  @Schema(
      name = "AccessRevocation",
      example =
          """
          {"attorneyId": "f5e81b0d-559a-3fe0-a6a3-6d1ae3c79ab6", "reason": "Mandate withdrawn"}
          """)
  record Revocation(
      @NotBlank(message = "must be given") @OneLine String attorneyId,
      @Nullable @Size(max = 500) String reason) {}

  /** A brief that an attorney offers. */
  @Schema(
      name = "MatterRequest",
      example =
          """
          {"matterType": "Commercial litigation", "title": "Dlamini v Transit Holdings",
           "description": "Heads of argument are due in a month.", "urgent": false,
           "client": {"name": "Nomvula Dlamini", "email": "nomvula@dlamini.example"},
           "attorney": {"name": "Naledi Khumalo", "firm": "Khumalo Attorneys",
                        "email": "naledi@khumalo.example", "address": "1 Fox Street, Johannesburg 2001"}}
          """)
  record MatterRequest(
      @NotBlank(message = "must be given") @OneLine String matterType,
      @NotBlank(message = "must be given") @OneLine String title,
      @Nullable @Size(max = 5000) String description,
      @NotNull(message = "must be given") @Valid PartyInput client,
      @NotNull(message = "must be given") @Valid AttorneyInput attorney,
      @Nullable Boolean urgent) {}

  /** What the attorney wishes changed. */
  @Schema(name = "ChangesWantedByLogin")
  record Note(@NotBlank(message = "must be given") @Size(max = 2000) String note) {}

  /** What is wrong with an invoice. */
  @Schema(
      name = "DisputeByAttorney",
      example =
          """
          {"type": "AMOUNT_INCORRECT", "disputedAmount": {"amount": 250000, "currency": "ZAR"},
           "reason": "The consultation of 3 May was agreed at half the rate."}
          """)
  record Dispute(
      @NotNull(message = "must be given") DisputeType type,
      @NotNull(message = "must be given") @Valid @AboveZero Cents disputedAmount,
      @NotBlank(message = "must be given") @Size(max = 2000) String reason) {}

  private AccessBodies() {}
}
