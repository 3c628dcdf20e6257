package za.lexohub.processes.pdf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.party.PartyDetails;

/**
 * Everything that an invoice's paper says, as the log had it when the rendering was requested.
 *
 * @param requestedAt the recorded moment of the request: the only time a rendering knows
 * @param attorney who owes it: the instructing attorney
 * @param client whose matter it is
 * @param matterReference of the matter, when the invoice belongs to one
 * @param quoteNumber of the pro forma that it was made from
 */
record InvoiceDocument(
    PdfKind kind,
    Instant requestedAt,
    String number,
    Counsel counsel,
    PartyDetails attorney,
    PartyDetails client,
    String title,
    @Nullable String narrative,
    @Nullable String matterReference,
    @Nullable String courtCaseNumber,
    @Nullable String quoteNumber,
    List<Item> items,
    Totals totals,
    LocalDate invoiceDate,
    LocalDate dueDate) {

  InvoiceDocument {
    items = List.copyOf(items);
  }

  boolean draft() {
    return kind == PdfKind.DRAFT;
  }

  /** From invoice date to due date, whatever the term is called. */
  long termDays() {
    return ChronoUnit.DAYS.between(invoiceDate, dueDate);
  }
}
