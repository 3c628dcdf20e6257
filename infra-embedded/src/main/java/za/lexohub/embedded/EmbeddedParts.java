package za.lexohub.embedded;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import za.lexohub.embedded.dynamodb.DynamoDbPart;
import za.lexohub.embedded.eventbridge.EventBridgePart;
import za.lexohub.embedded.mail.MailPart;
import za.lexohub.embedded.opensearch.OpenSearchPart;
import za.lexohub.embedded.part.DataFolder;
import za.lexohub.embedded.part.Part;
import za.lexohub.embedded.part.PartFailed;
import za.lexohub.embedded.part.Ports;
import za.lexohub.embedded.postgres.PostgresPart;
import za.lexohub.embedded.redis.RedisPart;
import za.lexohub.embedded.s3.S3Part;
import za.lexohub.embedded.sqs.SqsPart;

/**
 * The real parts of LexoHub on one machine, all of them or those that are asked for.
 *
 * <p>Owns its data folder from {@link #open} to {@link #close}; nobody else can start on the same
 * folder meanwhile.
 */
public final class EmbeddedParts implements AutoCloseable {

  /** Where the documents have to stay in production, and what signatures are scoped to. */
  public static final String REGION = "af-south-1";

  private static final Duration BETWEEN_PROGRESS_LINES = Duration.ofSeconds(5);
  private static final long STOP_PATIENCE_SECONDS = 60;

  private final DataFolder folder;
  private final PartSet parts;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedParts(DataFolder folder, PartSet parts) {
    this.folder = folder;
    this.parts = parts;
  }

  /**
   * Takes the data folder and ends what a killed owner left running in it. Starts nothing: each
   * part starts when it is first asked for.
   *
   * @throws PartFailed when the folder cannot be had
   */
  public static EmbeddedParts open(PartsSettings settings) {
    DataFolder folder = DataFolder.open(settings.data(), settings.fresh());
    Ports ports = new Ports(settings.ports());
    try {
      PartSet parts =
          settings.kind() == PartsSettings.Kind.CONTAINERS
              ? PartSet.inContainers(folder, ports, settings.limit(), REGION)
              : PartSet.embedded(folder, ports, settings.limit(), REGION);
      return new EmbeddedParts(folder, parts);
    } catch (PartFailed e) {
      folder.close();
      throw e;
    }
  }

  /**
   * Starts all parts, at the same time.
   *
   * @param progress is told what a person who waits wants to know, line by line
   * @throws PartFailed for the first part that does not come up; all others are stopped then
   */
  public static EmbeddedParts start(PartsSettings settings, Consumer<String> progress) {
    EmbeddedParts opened = open(settings);
    try {
      opened.startAll(progress);
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** Starts what is not running yet, and leads what comes onto the bus to the analysts' queue. */
  public void startAll(Consumer<String> progress) {
    startMissing(progress);
    eventBridge().forwardTo(sqs().queueUrl(SqsPart.ANALYTICS_QUEUE));
  }

  private void startMissing(Consumer<String> progress) {
    List<Startable<? extends Part>> missing =
        parts.all().stream().filter(part -> !part.isReady()).toList();
    if (missing.isEmpty()) {
      return;
    }
    long began = System.nanoTime();
    progress.accept("Starting %s in %s".formatted(names(missing), folder.root()));
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      CompletionService<Part> starting = new ExecutorCompletionService<>(threads);
      missing.forEach(part -> starting.submit(part::get));
      for (int answered = 0; answered < missing.size(); ) {
        Future<Part> next = starting.poll(BETWEEN_PROGRESS_LINES.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
          progress.accept(
              "Waiting for %s (%.0f s)"
                  .formatted(
                      names(missing.stream().filter(part -> !part.isReady()).toList()),
                      secondsSince(began)));
          continue;
        }
        Part ready = next.get();
        answered++;
        progress.accept(
            String.format(
                Locale.ROOT,
                "  %-12s %s (%.1f s)",
                ready.name(),
                ready.address(),
                secondsSince(began)));
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the parts were starting", e);
    } finally {
      threads.shutdownNow();
      awaitEnd(threads);
    }
  }

  private static void awaitEnd(ExecutorService threads) {
    try {
      threads.awaitTermination(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String names(List<Startable<? extends Part>> parts) {
    return parts.stream().map(Startable::name).collect(Collectors.joining(", "));
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  /** The Spring properties that lead an application to the parts that are running. */
  public Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("lexohub.aws.region", REGION);
    properties.put("lexohub.aws.access-key-id", folder.credentials().accessKeyId());
    properties.put("lexohub.aws.secret-access-key", folder.credentials().secretAccessKey());
    properties.put("lexohub.keys.directory", folder.root().resolve("keys").toString());
    parts.all().stream()
        .filter(Startable::isReady)
        .forEach(part -> properties.putAll(part.get().properties()));
    return Map.copyOf(properties);
  }

  public PostgresPart postgres() {
    return parts.postgres().get();
  }

  public RedisPart redis() {
    return parts.redis().get();
  }

  public OpenSearchPart openSearch() {
    return parts.openSearch().get();
  }

  public S3Part s3() {
    return parts.s3().get();
  }

  public SqsPart sqs() {
    return parts.sqs().get();
  }

  public MailPart mail() {
    return parts.mail().get();
  }

  public EventBridgePart eventBridge() {
    return parts.eventBridge().get();
  }

  public DynamoDbPart dynamoDb() {
    return parts.dynamoDb().get();
  }

  /** Stops what runs, all at the same time, and gives the data folder back. The data stays. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        parts.all().forEach(part -> threads.execute(part::close));
      } finally {
        folder.close();
      }
    }
  }

  /** As {@link #close}, and leaves no data behind. */
  void closeAndEmpty() {
    if (!closed.get()) {
      close();
      folder.empty();
    }
  }
}
