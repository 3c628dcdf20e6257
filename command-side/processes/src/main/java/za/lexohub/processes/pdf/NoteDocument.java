package za.lexohub.processes.pdf;

import java.time.Instant;
import java.time.LocalDate;
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.money.Money;

/**
 * Everything that a credit or debit note says.
 *
 * @param requestedAt the only time a rendering knows
 * @param chargesVat whether the invoice charged VAT; otherwise the note has no word of it
 * @param vatRateBasisPoints of the invoice
 * @param amount by which the invoice changes, including VAT
 * @param vatPortion of the amount
 * @param correctTotal what the invoice comes to with all its notes
 * @param reason as it was typed
 */
record NoteDocument(
    NoteKind kind,
    Instant requestedAt,
    String noteNumber,
    String invoiceNumber,
    LocalDate invoiceDate,
    LocalDate issuedOn,
    Counsel counsel,
    Heading heading,
    boolean chargesVat,
    int vatRateBasisPoints,
    Money amount,
    Money vatPortion,
    Money correctTotal,
    String reason) {

  /** What the invoice came to before the note. */
  Money shownTotal() {
    return kind == NoteKind.CREDIT ? correctTotal.plus(amount) : correctTotal.minus(amount);
  }
}
