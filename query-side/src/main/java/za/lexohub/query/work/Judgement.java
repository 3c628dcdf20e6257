package za.lexohub.query.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.matter.MatterTermsView;
import za.lexohub.readmodels.matter.MatterView;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.party.PartyView;
import za.lexohub.readmodels.work.BillingReadiness;
import za.lexohub.readmodels.work.WorkInProgress;

/**
 * What stands in the way of invoicing a matter, and what is worth a look ({@code domain.md} 2.13).
 */
final class Judgement {

  /** An invoice on the matter: how it stands, and what is owed on it. */
  record Bill(String status, Money balance) {}

  private static final Set<String> TAKEN = Set.of("ACTIVE", "ON_HOLD", "SETTLED");
  private static final Set<String> ENDED = Set.of("CLOSED", "DECLINED");
  private static final Set<String> OWED = Set.of("SENT", "VIEWED", "OVERDUE", "DISPUTED");

  /**
   * @param fees all work done for a fee, billed or not
   * @param invoices all that stand on the matter, in any status
   * @param agreed both have signed an engagement agreement on the matter
   */
  static BillingReadiness of(
      MatterView matter, WorkInProgress wip, Money fees, List<Bill> invoices, boolean agreed) {
    List<String> blockers = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    if (ENDED.contains(matter.status())) {
      blockers.add("matter-closed");
    } else if (!TAKEN.contains(matter.status())) {
      blockers.add("matter-not-active");
    }
    if (matter.archived()) {
      blockers.add("matter-archived");
    }
    if (wip.items() == 0) {
      blockers.add("nothing-to-bill");
    }
    if (matter.conflict() != null && matter.conflict().status().equals("FOUND")) {
      blockers.add("conflict-not-cleared");
    }
    if (matter.client().name().isBlank() || matter.client().name().equals(PartyView.ERASED)) {
      blockers.add("client-without-name");
    }
    if (matter.client().email() == null) {
      blockers.add("client-without-email");
    }
    if (!matter.status().equals("SETTLED")) {
      warnings.add("matter-not-settled");
    }
    MatterTermsView terms = matter.terms();
    if (terms != null && exceeds(fees, terms.estimate())) {
      warnings.add("estimate-exceeded");
    }
    if (terms != null && exceeds(fees, terms.feeCap())) {
      warnings.add("fee-cap-exceeded");
    }
    if (terms != null && terms.urgent() && !agreed) {
      warnings.add("urgent-without-agreement");
    }
    if (matter.billing() == null || !matter.billing().status().equals("APPROVED")) {
      warnings.add("billing-not-approved");
    }
    long unpaid =
        invoices.stream()
            .filter(invoice -> OWED.contains(invoice.status()))
            .mapToLong(invoice -> invoice.balance().amount())
            .sum();
    if (unpaid > 0) {
      warnings.add("invoices-unpaid");
    }
    if (invoices.stream().anyMatch(invoice -> invoice.status().equals("DISPUTED"))) {
      warnings.add("invoice-disputed");
    }
    return new BillingReadiness(blockers.isEmpty(), blockers, warnings, wip, Money.cents(unpaid));
  }

  private static boolean exceeds(Money fees, @Nullable Money agreed) {
    return agreed != null && fees.amount() > agreed.amount();
  }

  private Judgement() {}
}
