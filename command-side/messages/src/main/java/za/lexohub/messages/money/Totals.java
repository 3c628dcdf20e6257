package za.lexohub.messages.money;

/**
 * What a document adds up to. {@code subtotal = fees + disbursements - discount}, {@code total =
 * subtotal + vat}; for lines whose amount includes VAT the net amount counts in fees and
 * disbursements.
 *
 * @param vatRateBasisPoints hundredths of a per cent: 1500 is 15 %; 0 when no VAT is charged
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
    String rounding) {

  /** The largest total of a document, R 10 billion: far below what a JSON number holds exactly. */
  public static final Money MAX_TOTAL = Money.cents(1_000_000_000_000L);

  /**
   * Everything is rounded half up to the cent, and nothing line by line once the lines are priced.
   * VAT is rounded once: it is computed on the sum of all that is taxable, less the discount that
   * falls on it, and what lines including VAT add to that sum is not rounded before. Rounded on
   * their own, once per document, are the net of those lines as it counts in fees and
   * disbursements, and the share of the discount that falls on each VAT treatment.
   */
  public static final String HALF_UP_PER_DOCUMENT = "HALF_UP_PER_DOCUMENT";
}
