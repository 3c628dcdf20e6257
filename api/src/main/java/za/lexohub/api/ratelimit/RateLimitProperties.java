package za.lexohub.api.ratelimit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the edge may be asked. What a line may ask of public links stands in {@code
 * lexohub.public-links}.
 *
 * @param tenant requests a second on one tenant's books
 * @param user requests a second of one user
 * @param publicToken requests a minute with one public link
 */
@ConfigurationProperties("lexohub.rate-limits")
public record RateLimitProperties(
    @DefaultValue("1000") long tenant,
    @DefaultValue("200") long user,
    @DefaultValue("60") long publicToken) {}
