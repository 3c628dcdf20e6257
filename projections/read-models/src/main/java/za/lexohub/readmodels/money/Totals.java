package za.lexohub.readmodels.money;

/**
 * What a document adds up to, as the log recorded it.
 *
 * @param vatRateBasisPoints 1500 is 15 %; 0 when no VAT is charged
 * @param rounding the name of the rule by which {@code vat} was rounded
 */
public record Totals(
    Money fees,
    Money disbursements,
    Money discount,
    Money subtotal,
    int vatRateBasisPoints,
    Money vat,
    Money total,
    String rounding) {}
