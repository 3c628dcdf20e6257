package za.lexohub.benchmarks.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.FolderObjects;
import za.lexohub.audit.seal.SealerConfiguration;
import za.lexohub.benchmarks.Server;
import za.lexohub.benchmarks.projection.Lives;
import za.lexohub.benchmarks.projection.ReadSide;

/** A node that appends and seals; its checkpoints go to a folder that is not the server's. */
final class SealedSite implements AutoCloseable {

  private static final long PATIENCE_MINUTES = 60;
  private static final int PRACTICES = 200;

  private final ReadSide node;
  private final Lives lives;
  private final Path bucket;

  SealedSite(Server server, Path keys, Path bucket, String origin, Duration sealEvery) {
    this.bucket = bucket;
    node =
        ReadSide.withoutSearch(
            server,
            server.database(),
            keys,
            Map.of(
                "lexohub.audit.origin",
                origin,
                "lexohub.audit.seal.every",
                sealEvery.toMillis() + "ms",
                "lexohub.audit.seal.look",
                "100ms",
                "lexohub.benchmarks.bucket",
                bucket.toString(),
                // Nobody waits for a server that is killed, or has to be told that it is.
                "spring.datasource.hikari.connection-timeout",
                "1000",
                "lexohub.event-store.connection-timeout",
                "1s",
                "logging.level.root",
                "ERROR"),
            Store.class,
            SealerConfiguration.class);
    node.stopReading();
    lives = new Lives(node.vault(), PRACTICES);
  }

  void fill(int events) {
    node.fill(lives, events);
  }

  void append(int events) {
    List<DomainEventMessage<?>> some = lives.next(events);
    node.log().appendEvents(some);
  }

  /** Until a checkpoint outside covers this position. */
  void awaitSealed(long position) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (sealed(bucket) < position) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("sealed to " + sealed(bucket) + ", not to " + position);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** How many events the newest checkpoint in the folder covers; 0 without one. */
  static long sealed(Path bucket) throws IOException {
    Path newest = bucket.resolve(AuditObjects.NEWEST);
    return Files.exists(newest) ? Long.parseLong(Files.readAllLines(newest).get(1)) : 0;
  }

  @Override
  public void close() {
    node.close();
  }

  /** Comes before the product's own store, which then gives way. */
  @Configuration(proxyBeanMethods = false)
  static class Store {
    @Bean
    AuditObjects folderObjects(@Value("${lexohub.benchmarks.bucket}") Path bucket) {
      return new FolderObjects(bucket);
    }
  }
}
