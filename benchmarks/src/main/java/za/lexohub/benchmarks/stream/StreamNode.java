package za.lexohub.benchmarks.stream;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import za.lexohub.benchmarks.Launched;

/** The application with all its parts, as the README starts it, on free ports. */
public final class StreamNode implements AutoCloseable {

  private final Launched application;

  /**
   * @param heap of the application, as {@code -Xmx} takes it
   */
  public StreamNode(String heap) throws Exception {
    application =
        Launched.from(
            Path.of(System.getProperty("lexohub.benchmarks.root", "..")),
            Files.createTempDirectory("lexohub-stream"),
            Launched.AS_IN_PRODUCTION,
            "-Dspring-boot.run.jvmArguments=-Xmx" + heap);
    try {
      application.awaitAnswer();
    } catch (Exception | Error e) {
      close();
      throw e;
    }
  }

  public int port() {
    return base().getPort();
  }

  /** The issuer's name and the base of every address. */
  public URI base() {
    return application.base();
  }

  /** The key that the local issuer signs with, as a JSON Web Key. */
  public String signingKey() throws IOException {
    return application.signingKey();
  }

  /** Resident memory of the application alone, without its parts and Maven. */
  public double residentMegabytes() throws IOException {
    long pid =
        application
            .maven()
            .children()
            .findFirst()
            .orElseThrow(() -> new IOException("the application is gone"))
            .pid();
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
    return Double.parseDouble(new String(ps.getInputStream().readAllBytes()).strip()) / 1024;
  }

  @Override
  public void close() throws IOException {
    application.close();
  }
}
