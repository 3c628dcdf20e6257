package za.lexohub.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.LexoHub;
import za.lexohub.embedded.TestParts;

/** The whole application in this JVM, every role in one process, on the test's parts. */
final class Stage {

  private static Stage shared;

  private final URI base;
  private final ConfigurableApplicationContext context;
  private final Ways ways;

  private Stage(URI base, ConfigurableApplicationContext context, Ways ways) {
    this.base = base;
    this.context = context;
    this.ways = ways;
  }

  /** One for all journeys; each of them has its own clients and matters. */
  static synchronized Stage shared() {
    if (shared == null) {
      int port = freePort();
      URI base = URI.create("http://localhost:" + port);
      Map<String, Object> properties = properties(base);
      Ways ways = new Ways();
      properties.putAll(ways.properties());
      properties.put("lexohub.tracing.endpoint", OtlpReceiver.shared().endpoint());
      // Of the traces that nobody chose an id for next to none is kept, as on AWS.
      properties.put("lexohub.tracing.sampled", OtlpReceiver.SAMPLED);
      properties.putAll(OpenSockets.shared().properties());
      shared =
          new Stage(
              base,
              new SpringApplicationBuilder(Time.class, LexoHub.class).properties(properties).run(),
              ways);
    }
    return shared;
  }

  /** What points an application at the test's parts. */
  static Map<String, Object> properties(URI base) {
    Map<String, Object> properties = new HashMap<>(TestParts.all().properties());
    properties.put("lexohub.parts", "none");
    // Nobody wants to wait a minute for every node to forget.
    properties.put("lexohub.keys.cached-for", "1s");
    // Tests spoil rows, and check when they want to.
    properties.put("lexohub.self-check.interval", "1d");
    // Tests ask as fast as they can, and log in as often as they like.
    properties.put("lexohub.public-links.requests-per-minute", 100_000);
    properties.put("lexohub.rate-limits.public-token", 100_000);
    properties.put("lexohub.rate-limits.user", 100_000);
    properties.put("lexohub.rate-limits.tenant", 100_000);
    properties.put("lexohub.sessions.most", 10_000);
    properties.put("lexohub.public-url", base.toString());
    properties.put("server.port", base.getPort());
    return properties;
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI base() {
    return base;
  }

  Caller as(String user) {
    return Caller.as(user, base);
  }

  Caller attorney() {
    return Caller.with(null, base);
  }

  MovableClock clock() {
    return context.getBean(MovableClock.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  /** The ways to the parts that may be away for a while. */
  Ways ways() {
    return ways;
  }

  @Configuration(proxyBeanMethods = false)
  static class Time {
    @Bean
    MovableClock clock() {
      return new MovableClock();
    }
  }
}
