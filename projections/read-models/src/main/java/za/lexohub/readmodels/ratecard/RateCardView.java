package za.lexohub.readmodels.ratecard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * What a kind of service costs.
 *
 * @param category a kind of service, such as {@code CONSULTATION}
 * @param pricing {@code HOURLY}, {@code FIXED}, {@code PER_ITEM} or {@code PERCENTAGE}
 * @param matterType for matters of this type only
 * @param rate for one hour or piece; absent with a percentage
 * @param percent of the amount of another line; only with a percentage
 * @param minimum of the rate, or of what a percentage comes to; so for {@code maximum}
 * @param retired not offered any more
 * @param version the count of the card's events
 */
public record RateCardView(
    UUID id,
    String name,
    String category,
    String pricing,
    @Nullable String matterType,
    @Nullable Money rate,
    @Nullable BigDecimal percent,
    @Nullable Money minimum,
    @Nullable Money maximum,
    boolean retired,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
