package za.lexohub.api.bulkhead;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests a node works on at a time.
 *
 * @param most at least 1
 * @param waiting how many more may wait for their turn; whoever comes then is refused at once
 * @param patience how long one waits before it is refused
 */
@ConfigurationProperties("lexohub.bulkhead")
public record BulkheadProperties(
    @DefaultValue("128") int most,
    @DefaultValue("256") int waiting,
    @DefaultValue("2s") Duration patience) {

  public BulkheadProperties {
    if (most < 1) {
      throw new IllegalArgumentException("lexohub.bulkhead.most has to be at least 1");
    }
    if (waiting < 0) {
      throw new IllegalArgumentException("lexohub.bulkhead.waiting has to be at least 0");
    }
    if (patience.isNegative()) {
      throw new IllegalArgumentException("lexohub.bulkhead.patience has to be at least 0s");
    }
  }
}
