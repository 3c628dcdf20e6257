package za.lexohub.audit.asof;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.money.Line;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.party.Wording;

/** Amounts, lines and times in the forms of the live reads. */
final class Shown {

  static Map<String, @Nullable Object> money(Money money) {
    return money(money.amount(), money.currency());
  }

  static Map<String, @Nullable Object> money(long amount, String currency) {
    return Fields.of("amount", amount, "currency", currency);
  }

  static Map<String, @Nullable Object> totals(Totals totals) {
    return Fields.of(
        "fees", money(totals.fees()),
        "disbursements", money(totals.disbursements()),
        "discount", money(totals.discount()),
        "subtotal", money(totals.subtotal()),
        "vatRateBasisPoints", totals.vatRateBasisPoints(),
        "vat", money(totals.vat()),
        "total", money(totals.total()),
        "rounding", totals.rounding());
  }

  /** Each line with its description, which stands in the sealed wording. */
  static List<Object> lines(List<Line> lines, Optional<Wording> wording) {
    List<Object> shown = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int index = i;
      String description =
          wording
              .map(w -> index < w.lines().size() ? w.lines().get(index) : "")
              .orElse(Opening.ERASED);
      shown.add(line(lines.get(i), description));
    }
    return shown;
  }

  private static Map<String, @Nullable Object> line(Line line, String description) {
    return Fields.of(
        "kind", line.kind().name(),
        "date", line.date(),
        "description", description,
        "quantity", plain(line.quantity()),
        "rate", money(line.rate()),
        "amount", money(line.amount()),
        "vatTreatment", line.vatTreatment().name());
  }

  /** 100 and never 1E+2. */
  private static BigDecimal plain(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  /** A time as a column of the database holds it: microseconds, the nearest. */
  static @Nullable Instant micros(@Nullable Instant instant) {
    return instant == null ? null : instant.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
  }

  private Shown() {}
}
