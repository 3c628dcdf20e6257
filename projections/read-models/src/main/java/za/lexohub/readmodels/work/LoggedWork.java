package za.lexohub.readmodels.work;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/** What was said of a piece of work when it was logged or amended; see {@link WorkItemView}. */
public record LoggedWork(
    String kind,
    LocalDate date,
    String description,
    @Nullable Integer minutes,
    @Nullable String category,
    @Nullable BigDecimal quantity,
    @Nullable Money rate,
    @Nullable Money cost,
    @Nullable Integer markupBasisPoints,
    Money amount,
    boolean billable,
    String vatTreatment) {}
