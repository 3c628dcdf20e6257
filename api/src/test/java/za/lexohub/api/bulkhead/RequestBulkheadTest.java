package za.lexohub.api.bulkhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import za.lexohub.api.input.StrictJson;
import za.lexohub.api.problem.Problems;

/** Who is let in when a node is full, who waits, and what the others are told. */
class RequestBulkheadTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  @AfterEach
  void everybodyLeaves() {
    done.countDown();
    clients.close();
  }

  @Test
  void whoFindsNoPlaceInTimeIsToldToComeBackAndNothingOfItIsDone() throws Exception {
    RequestBulkhead bulkhead = bulkhead(1, 1, Duration.ZERO);
    occupy(bulkhead);
    MockHttpServletResponse response = new MockHttpServletResponse();
    MockFilterChain behind = new MockFilterChain();

    bulkhead.doFilter(asked("/api/v1/matters"), response, behind);

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("1");
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    assertThat(response.getContentAsString()).contains("\"code\":\"overloaded\"");
    assertThat(behind.getRequest()).as("stopped").isNull();
  }

  @Test
  void whoIsPatientIsLetInWhenAPlaceIsFree() throws Exception {
    RequestBulkhead bulkhead = bulkhead(1, 1, Duration.ofMinutes(1));
    Future<Integer> first = occupy(bulkhead);
    MockFilterChain behind = new MockFilterChain();
    Future<Integer> second = ask(bulkhead, behind);
    await().until(() -> gauge("waiting") == 1);
    assertThat(behind.getRequest()).as("not yet").isNull();

    done.countDown();

    assertThat(first.get()).isEqualTo(200);
    assertThat(second.get()).isEqualTo(200);
    assertThat(gauge("free")).isOne();
  }

  @Test
  void whoWouldBeOneTooManyToWaitIsToldSoAtOnce() throws Exception {
    RequestBulkhead bulkhead = bulkhead(1, 0, Duration.ofMinutes(10));
    occupy(bulkhead);

    assertThat(ask(bulkhead, new MockFilterChain()).get(1, TimeUnit.MINUTES)).isEqualTo(503);
  }

  @Test
  void aRequestThatFailsGivesItsPlaceBack() {
    RequestBulkhead bulkhead = bulkhead(1, 1, Duration.ZERO);
    FilterChain failing =
        (request, response) -> {
          throw new ServletException("on purpose");
        };

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  bulkhead.doFilter(
                      asked("/api/v1/matters"), new MockHttpServletResponse(), failing))
          .hasMessage("on purpose");
    }

    assertThat(gauge("free")).isOne();
  }

  @Test
  void whoOnlyWaitsOrSendsHasGivenItsPlaceBackOnce() throws Exception {
    RequestBulkhead bulkhead = bulkhead(2, 0, Duration.ZERO);
    occupy(bulkhead);
    List<Double> free = new ArrayList<>();

    bulkhead.doFilter(
        asked("/api/v1/exports/invoices"),
        new MockHttpServletResponse(),
        (request, response) -> {
          free.add(gauge("free"));
          RequestBulkhead.giveBack((HttpServletRequest) request);
          RequestBulkhead.giveBack((HttpServletRequest) request);
          free.add(gauge("free"));
        });

    assertThat(free).containsExactly(0.0, 1.0);
    assertThat(gauge("free")).as("the other one is still at work").isOne();
    assertThat(gauge("waiting")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/health", "/api/v1/websocket/disconnect"})
  void aFullNodeStillSaysThatItIsAliveAndHearsWhatIsToldOnce(String path) throws Exception {
    RequestBulkhead bulkhead = bulkhead(1, 0, Duration.ZERO);
    occupy(bulkhead);
    MockFilterChain behind = new MockFilterChain();

    bulkhead.doFilter(asked(path), new MockHttpServletResponse(), behind);

    assertThat(behind.getRequest()).isNotNull();
    assertThat(gauge("free")).isZero();
  }

  @Test
  void aLimitThatLetsNobodyInIsRefused() {
    assertThatThrownBy(() -> new BulkheadProperties(0, 0, Duration.ZERO))
        .hasMessageContaining("lexohub.bulkhead.most");
    assertThatThrownBy(() -> new BulkheadProperties(1, -1, Duration.ZERO))
        .hasMessageContaining("lexohub.bulkhead.waiting");
    assertThatThrownBy(() -> new BulkheadProperties(1, 0, Duration.ofSeconds(-1)))
        .hasMessageContaining("lexohub.bulkhead.patience");
  }

  private RequestBulkhead bulkhead(int most, int waiting, Duration patience) {
    return new RequestBulkhead(
        new BulkheadProperties(most, waiting, patience),
        new Problems("http://localhost:8080", StrictJson.mapper(), meters),
        meters);
  }

  /** Until the test ends. */
  private Future<Integer> occupy(RequestBulkhead bulkhead) throws InterruptedException {
    Future<Integer> first =
        ask(
            bulkhead,
            (request, response) -> {
              inside.countDown();
              try {
                done.await();
              } catch (InterruptedException e) {
                throw new ServletException(e);
              }
            });
    inside.await();
    return first;
  }

  private Future<Integer> ask(RequestBulkhead bulkhead, FilterChain behind) {
    return clients.submit(
        () -> {
          MockHttpServletResponse response = new MockHttpServletResponse();
          bulkhead.doFilter(asked("/api/v1/matters"), response, behind);
          return response.getStatus();
        });
  }

  private double gauge(String name) {
    return meters.get("lexohub.bulkhead." + name).gauge().value();
  }

  private static MockHttpServletRequest asked(String path) {
    return new MockHttpServletRequest("GET", path);
  }
}
