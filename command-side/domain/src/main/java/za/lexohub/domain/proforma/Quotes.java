package za.lexohub.domain.proforma;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.matter.MatterFile;
import za.lexohub.domain.matter.MatterFiles;
import za.lexohub.domain.practice.Practice;
import za.lexohub.domain.practice.Practices;
import za.lexohub.domain.practice.Pricing;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.OfferedLine;
import za.lexohub.messages.proforma.Offer;

/** What a pro forma's price depends on outside itself: the practice, the law and the matter. */
@Component
class Quotes {
  private final Practices practices;
  private final Pricing pricing;
  private final MatterFiles matters;

  Quotes(Practices practices, Pricing pricing, MatterFiles matters) {
    this.practices = practices;
    this.pricing = pricing;
    this.matters = matters;
  }

  Practice practice(TenantId tenant) {
    return practices.of(tenant);
  }

  /** The matter's file, if the pro forma is on one. */
  @Nullable MatterFile file(@Nullable MatterId matterId, TenantId tenant) {
    return matterId == null ? null : matters.of(matterId, tenant);
  }

  Offer offer(TenantId tenant, @Nullable MatterFile file, List<OfferedLine> lines, LocalDate date) {
    return pricing.offer(practices.of(tenant), lines, date, file != null && file.vatExempt());
  }

  /** Throws what stands in the way of an invoice. */
  void requireInvoiceable(@Nullable MatterId matterId, TenantId tenant) throws RuleViolated {
    practices.of(tenant);
    MatterFile file = file(matterId, tenant);
    if (file != null) {
      file.requireOpen();
    }
  }

  /** What is said now goes before what was said before, and that before what the file says. */
  static <T> @Nullable T firstOf(@Nullable T asked, @Nullable T known, @Nullable T filed) {
    if (asked != null) {
      return asked;
    }
    return known != null ? known : filed;
  }
}
