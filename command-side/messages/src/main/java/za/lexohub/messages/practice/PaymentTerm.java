package za.lexohub.messages.practice;

import java.time.LocalDate;

/**
 * When an invoice falls due, frozen in the event that fixes it.
 *
 * @param policy the name of the rule: {@code JHB_60}, {@code CPT_90} or {@code CUSTOM}
 * @param days calendar days after the invoice date
 */
public record PaymentTerm(String policy, int days) {

  public static final String CUSTOM = "CUSTOM";

  public LocalDate dueDate(LocalDate invoiceDate) {
    return invoiceDate.plusDays(days);
  }
}
