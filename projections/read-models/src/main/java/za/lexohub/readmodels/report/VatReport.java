package za.lexohub.readmodels.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * Output tax of some days, for a return (Value-Added Tax Act 89 of 1991). Only invoices that were
 * made as a vendor count; what a practice that was none charged is {@code outside}. There are no
 * zero-rated supplies: no treatment of a line is one.
 *
 * @param basis {@code INVOICE}: by invoice, with notes (s21) and bad debts (s22(1)) as adjustments.
 *     {@code PAYMENTS} (s15(2)): by payment, in which a note or a debt that was never paid never
 *     counted
 * @param outputTax of all supplies and adjustments
 * @param outside what was supplied by no vendor, with nothing of it taxed
 * @param lateEntries what of all this was recorded only after the last of these days: a return that
 *     was filed before that lacks it. A payment that is recorded anew, because it was wrong, with a
 *     day of a period that is over counts in that period; that the wrong one was reversed counts on
 *     the day of the reversal, so the two can lie in different returns. Asked as of the day of
 *     filing, a report answers what was filed
 */
public record VatReport(
    String basis,
    LocalDate from,
    LocalDate to,
    Supplies supplies,
    List<Adjustment> adjustments,
    Money outputTax,
    Money outside,
    LateEntries lateEntries,
    long documentCount,
    List<Document> documents) {

  public VatReport {
    adjustments = List.copyOf(adjustments);
    documents = List.copyOf(documents);
  }

  /**
   * @param count of the documents
   * @param vat what they change in output tax, signed
   */
  public record LateEntries(long count, Money vat) {}

  /** On which day output tax is due. */
  public enum Basis {
    INVOICE,
    PAYMENTS
  }

  /**
   * @param standard at the standard rate, without the VAT
   * @param exempt without VAT
   */
  public record Supplies(long count, Money standard, Money exempt, Money vat) {}

  /**
   * @param kind {@code VOIDED}, {@code CREDITED}, {@code DEBITED}, {@code WRITTEN_OFF} or {@code
   *     PAYMENT_REVERSED}; signed as it changes output tax
   */
  public record Adjustment(String kind, long count, Money standard, Money exempt, Money vat) {}

  /**
   * What makes up the figures, in the order of its days; the first thousand.
   *
   * @param number of the note
   * @param amount with its VAT, signed
   */
  public record Document(
      LocalDate date,
      String kind,
      String invoiceNumber,
      @Nullable String number,
      Money amount,
      Money exempt,
      Money vat) {}
}
