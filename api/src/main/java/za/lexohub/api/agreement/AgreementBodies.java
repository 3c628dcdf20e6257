package za.lexohub.api.agreement;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.OneLine;
import za.lexohub.api.party.PartyInput;

/** What is said about agreements. */
final class AgreementBodies {

  /**
   * An agreement about a matter or about a pro forma.
   *
   * @param client who is to sign
   */
  @Schema(
      name = "NewAgreement",
      example =
          """
          {"matterId": "0c1e8a2e-6a5b-3a53-9d0a-5d6c2f0f1a11",
           "client": {"name": "Nomvula Dlamini", "email": "nomvula@dlamini.example"},
           "terms": "Fees are due sixty days after invoice.",
           "scope": "Heads of argument and one day in court.",
           "fees": "R 2,500.00 an hour, estimated at R 50,000.00."}
          """)
  record NewAgreement(
      @Nullable UUID matterId,
      @Nullable UUID proFormaId,
      @NotNull(message = "must be given") @Valid PartyInput client,
      @NotBlank(message = "must be given") @Size(max = 20_000) String terms,
      @NotBlank(message = "must be given") @Size(max = 10_000) String scope,
      @NotBlank(message = "must be given") @Size(max = 10_000) String fees) {}

  /**
   * For how long the client may sign.
   *
   * @param expiresAt two weeks from now when absent
   */
  @Schema(name = "AgreementSending")
  record Sending(@Nullable Instant expiresAt) {}

  /** The client's name as a signature. */
  @Schema(name = "ClientSignature")
  record Signature(
      @NotBlank(message = "must be given") @OneLine @Schema(example = "Nomvula Dlamini")
          String name) {}

  /**
   * A paper with both signatures.
   *
   * @param name who signed for the client
   * @param signedOn as it stands on the paper
   * @param scan the attachment that shows it, on the agreement's matter
   */
  @Schema(
      name = "PaperSignature",
      example =
          """
          {"name": "Nomvula Dlamini", "signedOn": "2026-09-07",
           "scan": "9d0a5d6c-2f0f-4a11-8c1e-8a2e6a5b3a53"}
          """)
  record Paper(
      @NotBlank(message = "must be given") @OneLine String name,
      @NotNull(message = "must be given") LocalDate signedOn,
      @NotNull(message = "must be given") UUID scan) {}

  private AgreementBodies() {}
}
