package za.lexohub.readmodels.ratecard;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/** All that a card says; the fields mean what they mean in {@link RateCardView}. */
public record RateCardTerms(
    String name,
    String category,
    String pricing,
    @Nullable String matterType,
    @Nullable Money rate,
    @Nullable BigDecimal percent,
    @Nullable Money minimum,
    @Nullable Money maximum) {}
