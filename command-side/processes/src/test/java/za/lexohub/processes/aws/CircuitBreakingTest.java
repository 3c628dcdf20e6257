package za.lexohub.processes.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** A service that fails is left alone for a while; one that refuses is not. */
class CircuitBreakingTest {

  private final AtomicInteger asked = new AtomicInteger();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private volatile int status = 500;
  private HttpServer server;
  private AnnotationConfigApplicationContext context;
  private SqsClient sqs;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            byte[] body = (status == 200 ? "{}" : "{\"__type\":\"Failure\"}").getBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test",
                Map.of(
                    "lexohub.sqs.endpoint",
                    "http://localhost:" + server.getAddress().getPort(),
                    "lexohub.aws.access-key-id",
                    "any",
                    "lexohub.aws.secret-access-key",
                    "any",
                    "lexohub.aws.attempts",
                    "1")));
    context.registerBean(MeterRegistry.class, () -> meters);
    context.register(AwsConfiguration.class);
    context.refresh();
    sqs = context.getBean(SqsClient.class);
  }

  @AfterEach
  void stop() {
    context.close();
    server.stop(0);
  }

  @Test
  void afterTenFailuresItIsLeftAloneAndTriedAgainLater() {
    for (int n = 0; n < 10; n++) {
      assertThatThrownBy(sqs::listQueues).isInstanceOf(SqsException.class);
    }

    assertThatThrownBy(sqs::listQueues)
        .isInstanceOf(SdkClientException.class)
        .hasMessage("Sqs has failed lately; it is left alone for 5 s");
    assertThat(asked).hasValue(10);
    assertThat(state()).isEqualTo(1);

    status = 200;
    await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> sqs.listQueues() != null);
    sqs.listQueues();
    assertThat(state()).isZero();
  }

  @Test
  void refusalsAreAnswers() {
    status = 400;
    for (int n = 0; n < 30; n++) {
      assertThatThrownBy(sqs::listQueues).isInstanceOf(SqsException.class);
    }

    assertThat(asked).hasValue(30);
    assertThat(state()).isZero();
  }

  @Test
  void beingThrottledIsNot() {
    status = 429;
    for (int n = 0; n < 10; n++) {
      assertThatThrownBy(sqs::listQueues).isInstanceOf(SqsException.class);
    }

    assertThat(state()).isEqualTo(1);
  }

  @Test
  void nineFailuresAreTooFewToSay() {
    for (int n = 0; n < 9; n++) {
      assertThatThrownBy(sqs::listQueues).isInstanceOf(SqsException.class);
    }

    assertThat(state()).isZero();
  }

  private double state() {
    return meters.get("lexohub.circuit.state").tag("client", "sqs").gauge().value();
  }
}
