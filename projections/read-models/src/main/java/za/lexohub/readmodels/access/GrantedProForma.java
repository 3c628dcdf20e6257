package za.lexohub.readmodels.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Line;
import za.lexohub.readmodels.money.Totals;

/**
 * A quote as the attorney sees it: what was sent. While it is being negotiated, and after that
 * ended without another sending, the offer is absent with its title and last day, because the
 * advocate may have written another.
 *
 * @param advocate who quotes
 * @param lines absent in a list
 * @param version the count of the pro forma's events
 */
public record GrantedProForma(
    UUID id,
    UUID matterId,
    String quoteNumber,
    String status,
    String matterType,
    @Nullable String title,
    String clientName,
    String advocate,
    @Nullable String narrative,
    @Nullable List<Line> lines,
    @Nullable Totals totals,
    LocalDate quoteDate,
    @Nullable LocalDate validUntil,
    Instant sentAt,
    long version,
    Instant createdAt) {}
