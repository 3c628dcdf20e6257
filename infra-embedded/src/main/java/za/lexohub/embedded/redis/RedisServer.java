package za.lexohub.embedded.redis;

import static za.lexohub.embedded.part.Ports.HOST;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;
import za.lexohub.embedded.part.ChildProcess;
import za.lexohub.embedded.part.DataFolder;
import za.lexohub.embedded.part.Listener;
import za.lexohub.embedded.part.Ports;

/**
 * A Redis server as a process of this machine. After a crash at most the last second is missing.
 */
public final class RedisServer implements RedisPart {

  private static final Pattern BUSY = Pattern.compile("error[=:] ?26\\b");
  private static final int ATTEMPTS = 100;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

  private final DataFolder folder;
  private final Ports ports;
  private @Nullable ChildProcess process;
  private int port;

  public RedisServer(DataFolder folder, Ports ports) {
    this.folder = folder;
    this.ports = ports;
  }

  @Override
  public String name() {
    return "Redis";
  }

  @Override
  public void start() throws IOException {
    port = ports.claim(Listener.REDIS, name());
    Path program =
        ExecutableProvider.newJarResourceProvider(folder.programs().toFile()).get().toPath();
    awaitRunnable(program);
    process =
        ChildProcess.start(
            folder,
            name(),
            "redis",
            program,
            List.of(
                "--port",
                Integer.toString(port),
                "--bind",
                HOST,
                "--dir",
                folder.folder("redis").toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                // The append-only file is enough; snapshots would fork.
                "--save",
                ""));
  }

  /**
   * A process that another part forked while the program was being written holds the file open for
   * a moment, and until then the system refuses to run it (ETXTBSY). Once it has run nobody does.
   */
  private static void awaitRunnable(Path program) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        new ProcessBuilder(program.toRealPath().toString(), "--version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
        return;
      } catch (IOException refused) {
        if (attempt == ATTEMPTS || !isBusy(refused)) {
          throw refused;
        }
        LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while " + program + " was tried", e);
      }
    }
  }

  /** Newer JDKs say {@code error: 26}, older ones {@code error=26}. */
  private static boolean isBusy(IOException refused) {
    return BUSY.matcher(String.valueOf(refused.getMessage())).find();
  }

  @Override
  public boolean isReady() {
    if (process == null) {
      return false;
    }
    process.requireAlive();
    return RedisPing.isAnswered(HOST, port);
  }

  @Override
  public String url() {
    return "redis://" + HOST + ":" + port;
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
      process = null;
    }
  }
}
