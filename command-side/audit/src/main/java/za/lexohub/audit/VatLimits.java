package za.lexohub.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.money.Money;

/**
 * What a practice may supply in twelve months before it must be a vendor (Value-Added Tax Act 89 of
 * 1991 s23). It is told, and nothing follows: to register is the advocate's own doing.
 */
public interface VatLimits {

  /**
   * How a practice stands on a day; one that nobody has registered here is no vendor.
   *
   * @param supplies of the twelve months that end with that day, without VAT
   */
  Standing on(TenantId tenant, LocalDate day, Money supplies);

  /**
   * @param registered whether it is a vendor on that day
   * @param limits of that day; absent when it lies before the table
   */
  record Standing(boolean registered, @Nullable Limits limits) {}

  /**
   * @param compulsoryAbove more than this, and registration is compulsory
   * @param voluntaryFrom as much as this, and registration is open
   * @param paymentsBasisBelow less than this, and a natural person may account on the payments
   *     basis (s15(2))
   */
  record Limits(
      Money compulsoryAbove,
      Money voluntaryFrom,
      Money paymentsBasisBelow,
      String source,
      State state) {}

  /** How near what was supplied comes to what makes registration compulsory. */
  enum State {
    BELOW,
    /** Four fifths of it or more: our own choice, so that there is time to register. */
    NEAR,
    /** More than it, not just as much. */
    ABOVE
  }
}
