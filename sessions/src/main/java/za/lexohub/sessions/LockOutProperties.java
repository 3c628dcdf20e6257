package za.lexohub.sessions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a name is locked ({@code domain.md} 11).
 *
 * @param failures that lock it
 * @param within so long of each other
 * @param locked how long it stays so
 */
@ConfigurationProperties("lexohub.lock-outs")
record LockOutProperties(
    @DefaultValue("5") int failures,
    @DefaultValue("15m") Duration within,
    @DefaultValue("30m") Duration locked) {
  LockOutProperties {
    if (failures < 1 || !within.isPositive() || !locked.isPositive()) {
      throw new IllegalArgumentException("lexohub.lock-outs.* must be above 0");
    }
  }
}
