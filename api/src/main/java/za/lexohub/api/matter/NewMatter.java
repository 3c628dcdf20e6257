package za.lexohub.api.matter;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.OneLine;
import za.lexohub.api.party.AttorneyInput;
import za.lexohub.api.party.PartyInput;

/**
 * A brief that the advocate takes.
 *
 * @param openedOn today when absent
 * @param pending opened, but not begun; false when absent
 */
@Schema(
    example =
        """
        {"matterType": "Commercial litigation",
         "title": "Dlamini v Transit Holdings",
         "client": {"name": "Nomvula Dlamini", "email": "nomvula@dlamini.example"},
         "attorney": {"name": "Sipho Khumalo", "firm": "Khumalo Attorneys",
                      "email": "sipho@khumalo.example", "address": "1 Fox Street, Johannesburg 2001"}}
        """)
record NewMatter(
    @NotBlank(message = "must be given") @OneLine String matterType,
    @NotBlank(message = "must be given") @OneLine String title,
    @Nullable @Size(max = 5000) String description,
    @NotNull(message = "must be given") @Valid PartyInput client,
    @NotNull(message = "must be given") @Valid AttorneyInput attorney,
    @Nullable Boolean vatExempt,
    @Nullable @OneLine String courtCaseNumber,
    @Nullable LocalDate openedOn,
    @Nullable Boolean pending) {}
