package za.lexohub.sessions.gateway;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where texts for open WebSockets are handed over.
 *
 * @param endpoint of the API's stage, like {@code
 *     https://abc.execute-api.af-south-1.amazonaws.com/live}
 */
@ConfigurationProperties("lexohub.websocket")
public record GatewayProperties(URI endpoint) {

  public GatewayProperties {
    if (endpoint == null || endpoint.getHost() == null) {
      throw new IllegalArgumentException("lexohub.websocket.endpoint is no address");
    }
  }
}
