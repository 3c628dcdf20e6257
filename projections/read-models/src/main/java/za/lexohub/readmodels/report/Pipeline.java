package za.lexohub.readmodels.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * What becomes of pro formas.
 *
 * @param stages where those that came to be in these days stand now, every stage
 * @param sent how many were sent for the first time in these days
 * @param accepted of the sent; those that are converted by now among them
 * @param declined of the sent
 * @param expired of the sent
 * @param conversionPercent accepted, of those that are accepted, declined or expired
 * @param medianDaysToAcceptance from the first sending, of the accepted
 */
public record Pipeline(
    LocalDate from,
    LocalDate to,
    List<Stage> stages,
    long sent,
    long accepted,
    long declined,
    long expired,
    @Nullable BigDecimal conversionPercent,
    @Nullable BigDecimal medianDaysToAcceptance) {

  public Pipeline {
    stages = List.copyOf(stages);
  }

  /**
   * @param name one of {@link za.lexohub.readmodels.proforma.ProFormaStatus}
   * @param value what they offer, with VAT; a request offers nothing yet
   */
  public record Stage(String name, long count, Money value) {}
}
