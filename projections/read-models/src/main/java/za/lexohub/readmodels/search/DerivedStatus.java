package za.lexohub.readmodels.search;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The single status that people see, derived from facets that events set independently ({@code
 * domain.md} 4.1, 4.2). Derived anew at each write, so it is right whatever order the facets came
 * in.
 */
final class DerivedStatus {

  /** An expired pro forma shows as expired, and as what it was before once it is extended. */
  static void ofProForma(Map<String, Object> document) {
    boolean expired = Boolean.TRUE.equals(document.get(SearchField.EXPIRED.key()));
    Object phase = document.get(SearchField.PHASE.key());
    put(document, SearchField.STATUS, expired ? "EXPIRED" : phase);
  }

  /**
   * The first that applies of written off, cancelled (void), discarded, draft, disputed, paid,
   * overdue, viewed, sent. Events say what is open and not by what the rest was covered, so {@code
   * paid_cents} and {@code payment_status} count credits and write-offs with the payments.
   */
  static void ofInvoice(Map<String, Object> document) {
    Object total = document.get(SearchField.TOTAL_CENTS.key());
    Object balance = document.get(SearchField.BALANCE_CENTS.key());
    String payment = null;
    if (total instanceof Number owed && balance instanceof Number open) {
      payment = paymentStatus(owed.longValue(), open.longValue());
      put(document, SearchField.PAID_CENTS, owed.longValue() - open.longValue());
      put(document, SearchField.PAYMENT_STATUS, payment);
    }
    put(document, SearchField.STATUS, invoiceStatus(document, payment));
  }

  private static @Nullable Object invoiceStatus(
      Map<String, Object> document, @Nullable String payment) {
    Object lifecycle = document.get(SearchField.LIFECYCLE.key());
    if (!"ISSUED".equals(lifecycle)) {
      return "VOIDED".equals(lifecycle) ? "CANCELLED" : lifecycle;
    }
    if (Boolean.TRUE.equals(document.get(SearchField.DISPUTED.key()))) {
      return "DISPUTED";
    }
    if ("PAID".equals(payment) || "OVERPAID".equals(payment)) {
      return "PAID";
    }
    if (document.containsKey(SearchField.OVERDUE_SINCE.key())) {
      return "OVERDUE";
    }
    return Boolean.TRUE.equals(document.get(SearchField.VIEWED.key())) ? "VIEWED" : "SENT";
  }

  private static String paymentStatus(long total, long balance) {
    if (balance >= total) {
      return "UNPAID";
    }
    if (balance > 0) {
      return "PARTIALLY_PAID";
    }
    return balance == 0 ? "PAID" : "OVERPAID";
  }

  private static void put(Map<String, Object> document, SearchField field, @Nullable Object value) {
    if (value == null) {
      document.remove(field.key());
    } else {
      document.put(field.key(), value);
    }
  }

  private DerivedStatus() {}
}
