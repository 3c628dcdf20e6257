package za.lexohub.processes.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import za.lexohub.processes.circuit.Circuits;

/** A mail server that fails is left alone for a while; one that refuses is not. */
class PostmanTest {

  private static final InternetAddress TO = to();
  private static final Exception NOBODY_THERE =
      new MessagingException("Couldn't connect to host", new ConnectException("refused"));

  private final AtomicInteger asked = new AtomicInteger();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final CircuitBreaker circuit = circuit();
  private volatile @Nullable Exception failure;
  private final Postman postman =
      new Postman(
          new JavaMailSenderImpl() {
            @Override
            protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
              asked.incrementAndGet();
              Exception now = failure;
              if (now != null) {
                throw new MailSendException(Map.of(messages[0], now));
              }
            }
          },
          new LetterTemplates(),
          "LexoHub <billing@lexohub.example>",
          Clock.fixed(Instant.parse("2024-09-01T09:00:00Z"), ZoneOffset.UTC),
          circuit);

  private CircuitBreaker circuit() {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("meters", meters);
    return Circuits.of("mail", beans.getBeanProvider(MeterRegistry.class));
  }

  @Test
  void afterTenFailuresALetterWaitsUntilTheServerIsTriedAgain() throws Exception {
    failure = NOBODY_THERE;
    fail(10);
    assertThat(state()).isEqualTo(1);

    failure = null;
    CompletableFuture<Void> waiting = sending();
    circuit.transitionToHalfOpenState();
    assertThat(state()).isEqualTo(0.5);
    waiting.join();
    postman.send(letter());

    assertThat(asked).hasValue(12);
    assertThat(state()).isZero();
  }

  @Test
  void aServerThatStillFailsIsLeftAloneAgain() {
    failure = NOBODY_THERE;
    fail(10);
    circuit.transitionToHalfOpenState();
    fail(2);

    assertThat(circuit.getState()).isEqualTo(State.OPEN);
    assertThat(asked).hasValue(12);
  }

  @Test
  void whoeverWaitsCanBeSentAway() {
    failure = NOBODY_THERE;
    fail(10);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> postman.send(letter())).isInstanceOf(InterruptedException.class);
    assertThat(asked).hasValue(10);
  }

  @Test
  void repliesAreAnswers() {
    failure = new MessagingException("451 4.7.1 try again later");
    fail(30);

    assertThat(state()).isZero();
  }

  @Test
  void aServerThatClosesIsAway() {
    failure = new MessagingException("421 4.3.2 going down");
    fail(10);

    assertThat(state()).isEqualTo(1);
  }

  private void fail(int times) {
    for (int n = 0; n < times; n++) {
      assertThatThrownBy(() -> postman.send(letter())).isInstanceOf(NotMailed.class);
    }
  }

  private CompletableFuture<Void> sending() {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                postman.send(letter());
                sent.complete(null);
              } catch (Exception e) {
                sent.completeExceptionally(e);
              }
            });
    return sent;
  }

  private static Letter letter() {
    return new Letter(
        "one", TO, null, "Your access", MatterCorrespondence.INVITATION, Map.of(), null);
  }

  private static InternetAddress to() {
    try {
      return new InternetAddress("naledi@example.org");
    } catch (AddressException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private double state() {
    return meters.get("lexohub.circuit.state").tag("client", "mail").gauge().value();
  }
}
