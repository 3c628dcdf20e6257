package za.lexohub.processes.pdf;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.Supplier;
import za.lexohub.messages.practice.SupplierDetails;

/**
 * The advocate as a paper names its supplier.
 *
 * @param details absent once erased
 * @param brand of the paper's own time
 */
record Counsel(Bar bar, boolean vatRegistered, @Nullable SupplierDetails details, Brand brand) {

  static Counsel of(PersonalDataVault vault, TenantId tenant, Supplier supplier, Brand brand) {
    Optional<SupplierDetails> details =
        vault.open(tenant, supplier.details(), SupplierDetails.class);
    return new Counsel(supplier.bar(), supplier.vatRegistered(), details.orElse(null), brand);
  }

  /** A vendor charges none on an exempt matter, and such a paper is no tax invoice. */
  boolean chargesVat(Totals totals) {
    return vatRegistered && totals.vatRateBasisPoints() > 0;
  }

  String name() {
    return details == null ? Erasure.ERASED : details.name();
  }
}
