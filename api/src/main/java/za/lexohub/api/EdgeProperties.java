package za.lexohub.api;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the edge is seen from outside.
 *
 * @param publicUrl where clients reach this API, without a slash at its end; the base of links,
 *     problem types and the local issuer's name
 */
@ConfigurationProperties("lexohub")
public record EdgeProperties(@DefaultValue("http://localhost:8080") String publicUrl) {
  public EdgeProperties {
    publicUrl =
        publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    if (URI.create(publicUrl).getHost() == null) {
      throw new IllegalArgumentException("lexohub.public-url must be an absolute URL");
    }
  }
}
