package za.lexohub.domain.practice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.Supplier;

/**
 * An advocate's practice, as documents need it.
 *
 * @param vatRegisteredFrom the first day as a vendor; absent when the practice is none
 * @param details sealed {@link za.lexohub.messages.practice.SupplierDetails}
 */
public record Practice(
    TenantId tenant, Bar bar, @Nullable LocalDate vatRegisteredFrom, PersonalData details) {

  /** The practice as a document of that day names its supplier. */
  public Supplier supplierOn(LocalDate date) {
    return new Supplier(bar, isVendorOn(date), details);
  }

  private boolean isVendorOn(LocalDate date) {
    return vatRegisteredFrom != null && !date.isBefore(vatRegisteredFrom);
  }
}
