package za.lexohub.api.proforma;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
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
import za.lexohub.messages.proforma.RequestedAction;
import za.lexohub.messages.proforma.Urgency;

/** How a pro forma begins: with a link to the attorney, or with the advocate's own draft. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NewProForma.Link.class, name = "LINK"),
  @JsonSubTypes.Type(value = NewProForma.Draft.class, name = "DRAFT")
})
@Schema(
    description = "LINK issues a public link to the request form; DRAFT drafts a quote.",
    discriminatorProperty = "kind",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "LINK", schema = NewProForma.Link.class),
      @DiscriminatorMapping(value = "DRAFT", schema = NewProForma.Draft.class)
    },
    oneOf = {NewProForma.Link.class, NewProForma.Draft.class})
sealed interface NewProForma {

  /**
   * A public link, on which the attorney fills in the request.
   *
   * @param urgency medium when absent
   * @param requestedAction a pro forma when absent
   * @param expiresAt seven days from now when absent
   */
  @Schema(
      name = "NewProFormaLink",
      example =
          """
          {"kind": "LINK", "matterType": "Commercial litigation",
           "title": "Dlamini v Transit Holdings",
           "client": {"name": "Nomvula Dlamini", "email": "nomvula@dlamini.example"},
           "urgency": "HIGH"}
          """)
  record Link(
      @NotNull(message = "must be given") @Valid PartyInput client,
      @NotBlank(message = "must be given") @OneLine String matterType,
      @NotBlank(message = "must be given") @OneLine String title,
      @Nullable @Size(max = 5000) String description,
      @Nullable Urgency urgency,
      @Nullable RequestedAction requestedAction,
      @Nullable Instant expiresAt)
      implements NewProForma {}

  /**
   * A quote of the advocate's own.
   *
   * @param quoteDate today when absent
   * @param validUntil thirty days after the quote date when absent
   */
  @Schema(
      name = "NewProFormaDraft",
      example =
          """
          {"kind": "DRAFT", "matterType": "Commercial litigation",
           "title": "Dlamini v Transit Holdings",
           "client": {"name": "Nomvula Dlamini"},
           "attorney": {"name": "Sipho Khumalo", "firm": "Khumalo Attorneys",
                        "email": "sipho@khumalo.example", "address": "1 Fox Street, Johannesburg 2001"},
           "lines": [{"kind": "FEE", "description": "Heads of argument", "quantity": 10,
                      "rate": {"amount": 250000, "currency": "ZAR"}}]}
          """)
  record Draft(
      @Nullable UUID matterId,
      @NotNull(message = "must be given") @Valid PartyInput client,
      @NotNull(message = "must be given") @Valid AttorneyInput attorney,
      @NotBlank(message = "must be given") @OneLine String matterType,
      @NotBlank(message = "must be given") @OneLine String title,
      @Nullable @Size(max = 5000) String description,
      @Nullable @Size(min = 10, max = 10_000) String narrative,
      @NotNull(message = "must be given") @Size(max = 200)
          List<@NotNull(message = "must be given") @Valid LineInput> lines,
      @Nullable LocalDate quoteDate,
      @Nullable LocalDate validUntil)
      implements NewProForma, DocumentText {}
}
