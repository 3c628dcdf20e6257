package za.lexohub.readmodels.search;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The client of OpenSearch and what is built on it. Nothing here speaks to the store, so the
 * application starts while it is down.
 *
 * <p>The client brings its own JSON library (Jackson 2), which stays inside this package.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchStoreSettings.class)
public class SearchStoreConfiguration {

  @Bean(destroyMethod = "close")
  OpenSearchTransport openSearchTransport(
      SearchStoreSettings settings, ObjectProvider<MeterRegistry> meters) {
    SearchCircuit circuit = new SearchCircuit();
    meters.ifUnique(circuit::measuredBy);
    return transport(settings, circuit);
  }

  @Bean
  OpenSearchClient openSearchClient(OpenSearchTransport transport) {
    return new OpenSearchClient(transport);
  }

  @Bean
  SearchIndexes searchIndexes(OpenSearchClient client) {
    return new SearchIndexes(client);
  }

  @Bean
  SearchWriter searchWriter(OpenSearchClient client) {
    return new SearchWriter(client);
  }

  /**
   * A pooled transport that waits no longer than the settings say, neither for a first byte nor for
   * the last, and leaves a store that fails alone for a while. To be closed by the caller.
   */
  public static OpenSearchTransport transport(SearchStoreSettings settings) {
    return transport(settings, new SearchCircuit());
  }

  static OpenSearchTransport transport(SearchStoreSettings settings, SearchCircuit circuit) {
    Timeout connect = Timeout.of(settings.connectTimeout());
    Timeout response = Timeout.of(settings.responseTimeout());
    var connections =
        PoolingAsyncClientConnectionManagerBuilder.create()
            .setMaxConnTotal(settings.connections())
            .setMaxConnPerRoute(settings.connections())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(connect)
                    .setSocketTimeout(response)
                    .build())
            .build();
    var requests =
        RequestConfig.custom()
            .setConnectionRequestTimeout(connect)
            .setResponseTimeout(response)
            .build();
    return ApacheHttpClient5TransportBuilder.builder(HttpHost.create(settings.url()))
        .setMapper(new JacksonJsonpMapper())
        .setDefaultHeaders(credentials(settings))
        .setHttpClientConfigCallback(
            client ->
                client
                    .setConnectionManager(connections)
                    .setDefaultRequestConfig(requests)
                    .addExecInterceptorFirst(
                        "deadline", new CallDeadline(settings.responseTimeout()))
                    // Before the deadline, which counts as a failure.
                    .addExecInterceptorFirst("circuit", circuit)
                    .disableAutomaticRetries())
        .build();
  }

  private static Header[] credentials(SearchStoreSettings settings) {
    if (settings.username() == null || settings.password() == null) {
      return new Header[0];
    }
    String pair = settings.username() + ":" + settings.password();
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return new Header[] {new BasicHeader(HttpHeaders.AUTHORIZATION, "Basic " + basic, true)};
  }
}
