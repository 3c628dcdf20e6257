package za.lexohub.api.websocket;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How API Gateway shows that it is API Gateway that speaks for a connection.
 *
 * @param secret it sends as {@code x-lexohub-websocket}
 */
@ConfigurationProperties("lexohub.websocket")
public record SocketProperties(String secret) {

  public SocketProperties {
    if (secret == null || secret.isBlank()) {
      throw new IllegalArgumentException("lexohub.websocket.secret is missing");
    }
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "SocketProperties[]";
  }
}
