package za.lexohub.processes.pdf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.party.PartyDetails;

/**
 * Everything that a pro forma's paper says, as the log had it when the rendering was requested. It
 * is an estimate: it knows no due date, and its paper prints no banking details.
 *
 * @param requestedAt the recorded moment of the request: the only time a rendering knows
 * @param sentOn the day on which this revision was sent, when it was
 */
record ProFormaDocument(
    int revision,
    Instant requestedAt,
    String quoteNumber,
    Counsel counsel,
    PartyDetails attorney,
    PartyDetails client,
    String title,
    @Nullable String description,
    @Nullable String narrative,
    @Nullable String matterReference,
    @Nullable String courtCaseNumber,
    List<Item> items,
    Totals totals,
    LocalDate quoteDate,
    @Nullable LocalDate sentOn,
    LocalDate validUntil) {

  ProFormaDocument {
    items = List.copyOf(items);
  }
}
