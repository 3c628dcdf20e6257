package za.lexohub.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.embedded.dynamodb.DynamoDbPart;
import za.lexohub.embedded.eventbridge.EventBridgePart;
import za.lexohub.embedded.mail.MailPart;
import za.lexohub.embedded.opensearch.OpenSearchPart;
import za.lexohub.embedded.part.PartFailed;
import za.lexohub.embedded.postgres.PostgresPart;
import za.lexohub.embedded.redis.RedisPart;
import za.lexohub.embedded.s3.S3Part;
import za.lexohub.embedded.sqs.SqsPart;

/**
 * The parts for the tests of one JVM: each starts when a test first asks for it, on a free port,
 * and runs until the JVM ends. The data is below {@code target/} and is deleted at the end.
 *
 * <p>All tests share them, so a test makes its own database, index, prefix or queue rather than
 * emptying what it finds.
 */
public final class TestParts {

  private static final int MOST_JVMS_AT_ONCE = 16;
  private static final Duration HOOKS_START_WITHIN = Duration.ofMillis(200);
  private static final Duration SPRING_PATIENCE = Duration.ofSeconds(30);

  private static @Nullable EmbeddedParts shared;

  private TestParts() {}

  public static PostgresPart postgres() {
    return shared().postgres();
  }

  public static RedisPart redis() {
    return shared().redis();
  }

  public static OpenSearchPart openSearch() {
    return shared().openSearch();
  }

  public static S3Part s3() {
    return shared().s3();
  }

  public static SqsPart sqs() {
    return shared().sqs();
  }

  public static MailPart mail() {
    return shared().mail();
  }

  public static EventBridgePart eventBridge() {
    return shared().eventBridge();
  }

  public static DynamoDbPart dynamoDb() {
    return shared().dynamoDb();
  }

  /** All parts, running. Do not close them: other tests use them. */
  public static EmbeddedParts all() {
    EmbeddedParts all = shared();
    all.startAll(line -> {});
    return all;
  }

  /** The Spring properties of the parts that were asked for so far. */
  public static Map<String, String> properties() {
    return shared().properties();
  }

  /**
   * Application contexts close in hooks of Spring's, at the same time, and want their database
   * until they are done.
   */
  private static void closeAfterSpring(EmbeddedParts parts) {
    try {
      Thread.sleep(HOOKS_START_WITHIN);
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().startsWith("Spring") && thread.getName().endsWith("ShutdownHook")) {
          thread.join(SPRING_PATIENCE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    parts.closeAndEmpty();
  }

  private static synchronized EmbeddedParts shared() {
    if (shared == null) {
      EmbeddedParts opened = open();
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> closeAfterSpring(opened), "close-test-parts"));
      shared = opened;
    }
    return shared;
  }

  /**
   * Two JVMs of the same module may test at the same time; each takes the first folder that nobody
   * has.
   */
  private static EmbeddedParts open() {
    PartFailed last = null;
    for (int number = 1; number <= MOST_JVMS_AT_ONCE; number++) {
      try {
        return EmbeddedParts.open(
            PartsSettings.onFreePorts(Path.of("target", "lexohub-parts-" + number)));
      } catch (PartFailed taken) {
        last = taken;
      }
    }
    throw last == null ? new IllegalStateException("No folder was tried") : last;
  }
}
