package za.lexohub.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the addresses that need no login.
 *
 * @param requestsPerMinute from one line, over all nodes
 */
@ConfigurationProperties("lexohub.public-links")
record PublicLinkProperties(@DefaultValue("120") int requestsPerMinute) {
  PublicLinkProperties {
    if (requestsPerMinute < 1) {
      throw new IllegalArgumentException(
          "lexohub.public-links.requests-per-minute must be at least 1");
    }
  }
}
