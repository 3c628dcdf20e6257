package za.lexohub.api.publiclink;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Line;
import za.lexohub.readmodels.money.Totals;
import za.lexohub.readmodels.proforma.ProFormaView;
import za.lexohub.readmodels.publiclink.PublicLink;

/**
 * The least that the attorney needs to fill in a request or to answer a quote: no ids, no address
 * of anybody.
 *
 * @param purpose {@code SUBMIT} or {@code RESPOND}
 * @param expiresAt when the link stops working
 * @param advocate who quotes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublicProForma(
    @Schema(example = "RESPOND") String purpose,
    Instant expiresAt,
    String matterType,
    String title,
    @Nullable String description,
    @Nullable String urgency,
    String clientName,
    @Nullable String advocate,
    @Nullable String quoteNumber,
    @Nullable Integer revision,
    @Nullable String narrative,
    @Nullable List<Line> lines,
    @Nullable Totals totals,
    @Nullable LocalDate quoteDate,
    @Nullable LocalDate validUntil) {

  static PublicProForma of(PublicLink link, ProFormaView view) {
    boolean quoted = link.purpose().equals("RESPOND");
    return new PublicProForma(
        link.purpose(),
        link.expiresAt(),
        view.matterType(),
        view.title(),
        view.description(),
        view.urgency(),
        view.client().name(),
        quoted && view.supplier() != null ? view.supplier().name() : null,
        quoted ? view.quoteNumber() : null,
        quoted ? view.revision() : null,
        quoted ? view.narrative() : null,
        quoted ? view.lines() : null,
        quoted ? view.totals() : null,
        quoted ? view.quoteDate() : null,
        quoted ? view.validUntil() : null);
  }
}
