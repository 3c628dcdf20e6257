package za.lexohub.embedded.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.IsRunningStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * A part's own container. Its port is bound to the loopback address, and its data stays in the data
 * folder.
 */
public final class Container implements AutoCloseable {

  private static final Duration STARTUP_PATIENCE = Duration.ofSeconds(30);

  private final GenericContainer<?> container;

  private Container(GenericContainer<?> container) {
    this.container = container;
  }

  /**
   * What to run.
   *
   * @param containerPort where it listens inside
   * @param dataPath where it keeps its data inside
   */
  public record Image(
      String name,
      int containerPort,
      String dataPath,
      Map<String, String> environment,
      List<String> command) {}

  /**
   * Starts a container and returns when it runs, not when it answers.
   *
   * @param data its folder outside
   * @param files outside and inside, read only
   * @throws PartFailed when there is no Docker
   */
  public static Container start(
      String part, Image image, int port, Path data, Map<Path, String> files) throws IOException {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new PartFailed(
          part + " cannot start in a container because no Docker answers.",
          "Start Docker, or leave out -Dlexohub.parts=containers.");
    }
    writableForAll(data);
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(image.name()))
            .withEnv(image.environment())
            .withFileSystemBind(data.toString(), image.dataPath(), BindMode.READ_WRITE)
            .withStartupCheckStrategy(
                new IsRunningStartupCheckStrategy().withTimeout(STARTUP_PATIENCE));
    container.setPortBindings(
        List.of("%s:%d:%d".formatted(Ports.HOST, port, image.containerPort())));
    files.forEach(
        (outside, inside) ->
            container.withFileSystemBind(outside.toString(), inside, BindMode.READ_ONLY));
    if (!image.command().isEmpty()) {
      container.withCommand(image.command().toArray(String[]::new));
    }
    container.waitingFor(new NoWaiting());
    container.start();
    return new Container(container);
  }

  /** Inside, the servers run as users that this system does not know. */
  private static void writableForAll(Path data) throws IOException {
    if (Files.getFileStore(data).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
  }

  @Override
  public void close() {
    container.stop();
  }

  /** Whoever starts the part asks it itself whether it answers. */
  private static final class NoWaiting extends AbstractWaitStrategy {
    @Override
    protected void waitUntilReady() {
      // The part's own question follows.
    }
  }
}
