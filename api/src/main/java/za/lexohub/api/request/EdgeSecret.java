package za.lexohub.api.request;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the network's edge shows that a request came by it.
 *
 * @param secret it sends as {@code x-lexohub-edge}
 */
@ConfigurationProperties("lexohub.edge")
public record EdgeSecret(String secret) {

  public EdgeSecret {
    if (secret == null || secret.isBlank()) {
      throw new IllegalArgumentException("lexohub.edge.secret is missing");
    }
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "EdgeSecret[]";
  }
}
