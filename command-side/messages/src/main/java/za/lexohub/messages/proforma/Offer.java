package za.lexohub.messages.proforma;

import java.util.List;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.practice.Supplier;

/** The price that a pro forma names, and who names it. An estimate: it never demands payment. */
public record Offer(List<Line> lines, Totals totals, Supplier supplier) {

  public Offer {
    lines = List.copyOf(lines);
  }
}
