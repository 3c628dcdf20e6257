package za.lexohub.readmodels.ratecard;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/**
 * What a kind of service costs.
 *
 * @param category a kind of service, such as {@code CONSULTATION}
 * @param pricing {@code HOURLY}, {@code FIXED} or {@code PER_ITEM}
 * @param matterType for matters of this type only
 * @param rate for one hour or piece
 * @param retired not offered any more
 * @param version the count of the card's events
 */
public record RateCardView(
    UUID id,
    String name,
    String category,
    String pricing,
    @Nullable String matterType,
    Money rate,
    @Nullable Money minimum,
    @Nullable Money maximum,
    boolean retired,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
