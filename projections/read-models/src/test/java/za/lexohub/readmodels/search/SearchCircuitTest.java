package za.lexohub.readmodels.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;

/** A store that fails is left alone for a while; one that refuses is not. */
class SearchCircuitTest {

  private static final String ERROR =
      "{\"error\":{\"type\":\"any\",\"reason\":\"any\"},\"status\":%d}";

  private static final String REFRESHED =
      "{\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0}}";

  private final AtomicInteger asked = new AtomicInteger();
  private final SearchCircuit circuit = new SearchCircuit();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private volatile int status = 500;
  private HttpServer server;
  private OpenSearchTransport transport;
  private SearchIndexes indexes;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            asked.incrementAndGet();
            byte[] body =
                (status == 200 ? REFRESHED : ERROR.formatted(status))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    circuit.measuredBy(meters);
    transport =
        SearchStoreConfiguration.transport(
            SearchStoreSettings.at(URI.create("http://localhost:" + server.getAddress().getPort())),
            circuit);
    indexes = new SearchIndexes(new OpenSearchClient(transport));
  }

  @AfterEach
  void stop() throws IOException {
    transport.close();
    server.stop(0);
  }

  @Test
  void afterTenFailuresItIsLeftAloneAsIfItWereDown() {
    fail(10);
    assertThat(state()).isEqualTo(1);

    assertThatThrownBy(this::refresh)
        .isInstanceOf(SearchStoreUnavailable.class)
        .hasMessageContaining("left alone for 5 s");
    assertThat(asked).hasValue(10);
  }

  @Test
  void twoCallsTryWhetherItIsBack() {
    fail(10);
    circuit.breaker().transitionToHalfOpenState();
    assertThat(state()).isEqualTo(0.5);
    status = 200;
    refresh();
    refresh();

    // An answer counts when all of it is there, which the caller may know first.
    await().until(() -> state() == 0);
    assertThat(asked).hasValue(12);
  }

  @Test
  void whatStillFailsIsLeftAloneAgain() {
    fail(10);
    circuit.breaker().transitionToHalfOpenState();
    fail(2);

    assertThat(state()).isEqualTo(1);
  }

  @Test
  void refusalsAreAnswers() {
    for (int refusal : new int[] {400, 403, 404, 409}) {
      status = refusal;
      fail(10);
    }

    assertThat(state()).isZero();
    assertThat(asked).hasValue(40);
  }

  @Test
  void beingTooBusyIsNot() {
    status = 429;
    fail(10);

    assertThat(state()).isEqualTo(1);
  }

  @Test
  void nobodyThereIsNot() {
    server.stop(0);
    fail(10);

    assertThat(state()).isEqualTo(1);
  }

  private void fail(int times) {
    for (int n = 0; n < times; n++) {
      assertThatThrownBy(this::refresh).isInstanceOf(SearchStoreUnavailable.class);
    }
  }

  private void refresh() {
    indexes.refresh(Set.of(SearchIndex.MATTERS));
  }

  private double state() {
    return meters.get("lexohub.circuit.state").tag("client", "opensearch").gauge().value();
  }
}
