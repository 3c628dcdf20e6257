package za.lexohub.readmodels.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;

class CallDeadlineTest {

  /** Well formed, never silent for as long as the client's own timeout, and without an end. */
  private static final String BEGINNING =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

  @Test
  void anAnswerThatNeverEndsIsGivenUpAndItsConnectionClosed() throws Exception {
    CountDownLatch closed = new CountDownLatch(2);
    try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serve(server, closed));
      URI url = URI.create("http://localhost:" + server.getLocalPort());
      // One connection: a call that held it would leave none for the next.
      SearchStoreSettings settings =
          new SearchStoreSettings(
              url, null, null, Duration.ofSeconds(5), Duration.ofMillis(300), 1);
      try (OpenSearchTransport transport = SearchStoreConfiguration.transport(settings)) {
        OpenSearchClient client = new OpenSearchClient(transport);
        for (int call = 0; call < 2; call++) {
          assertThatThrownBy(client::info)
              .isInstanceOf(IOException.class)
              .hasMessageContaining("no end of the answer");
        }
        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private static void serve(ServerSocket server, CountDownLatch closed) {
    while (!server.isClosed()) {
      try {
        Socket caller = server.accept();
        Thread.ofVirtual().start(() -> trickle(caller, closed));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void trickle(Socket caller, CountDownLatch closed) {
    try (caller) {
      InputStream request = caller.getInputStream();
      assertThat(request.read()).isPositive();
      OutputStream answer = caller.getOutputStream();
      answer.write(BEGINNING.getBytes(StandardCharsets.US_ASCII));
      while (!Thread.currentThread().isInterrupted()) {
        answer.write("1\r\n \r\n".getBytes(StandardCharsets.US_ASCII));
        answer.flush();
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } catch (IOException e) {
      closed.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
