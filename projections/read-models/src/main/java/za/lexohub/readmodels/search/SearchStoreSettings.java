package za.lexohub.readmodels.search;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where OpenSearch is and how long it is waited for.
 *
 * @param url scheme, host and port; several nodes stand behind one address
 * @param username with {@code password} only: basic authentication
 * @param connectTimeout a node that does not answer the connection by then is down
 * @param responseTimeout until the end of an answer: longer than any search should take, shorter
 *     than a caller's patience
 * @param connections at once; who finds none free waits no longer than for a connection
 */
@ConfigurationProperties("lexohub.opensearch")
public record SearchStoreSettings(
    URI url,
    @Nullable String username,
    @Nullable String password,
    @DefaultValue("1s") Duration connectTimeout,
    @DefaultValue("5s") Duration responseTimeout,
    @DefaultValue("20") int connections) {

  /** The defaults against one address. */
  public static SearchStoreSettings at(URI url) {
    return new SearchStoreSettings(
        url, null, null, Duration.ofSeconds(1), Duration.ofSeconds(5), 20);
  }

  public SearchStoreSettings {
    if (url.getHost() == null) {
      throw new IllegalArgumentException("lexohub.opensearch.url must be like http://host:9200");
    }
  }

  @Override
  public String toString() {
    return "SearchStoreSettings[" + url + "]";
  }
}
