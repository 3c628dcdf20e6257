package za.lexohub.readmodels.proforma;

import java.time.LocalDate;
import java.util.List;
import za.lexohub.readmodels.money.Line;
import za.lexohub.readmodels.money.Totals;
import za.lexohub.readmodels.party.SupplierView;

/** The price that a revision names, and how long it holds. */
public record ProFormaOffer(
    int revision, List<Line> lines, Totals totals, SupplierView supplier, LocalDate validUntil) {
  public ProFormaOffer {
    lines = List.copyOf(lines);
  }
}
