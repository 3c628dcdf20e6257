package za.lexohub.readmodels.work;

import java.util.List;
import za.lexohub.readmodels.money.Money;

/**
 * Whether a matter can be invoiced now ({@code domain.md} 2.13).
 *
 * @param ready there are no blockers
 * @param blockers codes of what has to be done first: {@code nothing-to-bill}, {@code
 *     client-without-name}, {@code client-without-email}, {@code conflict-not-cleared}, {@code
 *     matter-not-active}, {@code matter-closed}, {@code matter-archived}
 * @param warnings codes of what is worth a look: {@code matter-not-settled}, {@code
 *     estimate-exceeded}, {@code fee-cap-exceeded}, {@code billing-not-approved}, {@code
 *     invoices-unpaid}, {@code invoice-disputed}, {@code urgent-without-agreement} (I20)
 * @param unpaid what is owed on invoices that stand on the matter
 */
public record BillingReadiness(
    boolean ready,
    List<String> blockers,
    List<String> warnings,
    WorkInProgress workInProgress,
    Money unpaid) {

  public BillingReadiness {
    blockers = List.copyOf(blockers);
    warnings = List.copyOf(warnings);
  }
}
