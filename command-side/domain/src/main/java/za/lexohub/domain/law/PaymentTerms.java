package za.lexohub.domain.law;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.PaymentTerm;

/** What each Bar gives a debtor to pay, from {@code payment-terms.json} ({@code domain.md} 3.8). */
public final class PaymentTerms {

  record Row(Bar bar, LocalDate from, String policy, int days, String source) {}

  private final List<Row> rows;

  PaymentTerms(List<Row> rows) {
    this.rows = rows.stream().sorted(Comparator.comparing(Row::from).reversed()).toList();
    for (Bar bar : Bar.values()) {
      on(LocalDate.EPOCH, bar);
    }
  }

  /** The table as it lies beside this class. */
  public static PaymentTerms ofTheBars() {
    return new PaymentTerms(DatedTable.rows("payment-terms.json", Row.class));
  }

  /** The term of an invoice dated so. */
  public PaymentTerm on(LocalDate invoiceDate, Bar bar) {
    return rows.stream()
        .filter(row -> row.bar() == bar && !row.from().isAfter(invoiceDate))
        .findFirst()
        .map(row -> new PaymentTerm(row.policy(), row.days()))
        .orElseThrow(() -> new IllegalStateException("no payment term of " + bar));
  }
}
