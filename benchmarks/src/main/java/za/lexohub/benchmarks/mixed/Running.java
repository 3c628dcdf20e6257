package za.lexohub.benchmarks.mixed;

import static za.lexohub.benchmarks.Report.progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import za.lexohub.benchmarks.Launched;
import za.lexohub.benchmarks.stream.Tenants;

/** The application with all its parts in processes of their own, and practices in it. */
final class Running implements AutoCloseable {

  /** Longer than a worker usually takes to write down what it made of a change. */
  private static final Duration SETTLING = Duration.ofSeconds(4);

  final Launched application;
  final Machine machine;
  final Site site;
  final Log log;
  final Stock stock = new Stock(SETTLING);
  final Fill fill;

  private Running(Launched application) throws Exception {
    this.application = application;
    application.awaitAnswer();
    machine = new Machine(application);
    site = new Site(application.base());
    log = Log.in(application.data());
    fill = new Fill(site, log, stock);
  }

  /**
   * @param heap of the application, as {@code -Xmx} takes it
   */
  static Running start(String heap) throws Exception {
    progress("Starting the application with a heap of %s", heap);
    Launched application =
        Launched.from(
            Path.of(System.getProperty("lexohub.benchmarks.root", "..")).toRealPath(),
            Files.createTempDirectory("lexohub-mixed"),
            Launched.AS_IN_PRODUCTION,
            "-Dspring-boot.run.jvmArguments=-Xmx" + heap);
    try {
      return new Running(application);
    } catch (Exception | Error e) {
      application.close();
      throw e;
    }
  }

  /** So many practices, each with so many lives. */
  List<Book> books(int practices, int lives) throws Exception {
    progress("Filling %,d practices with %,d lives each", practices, lives);
    List<Book> books = fill.practices(tokens(practices));
    if (lives > 0) {
      fill.lives(books, lives);
    }
    return books;
  }

  private List<String> tokens(int count) throws Exception {
    Tenants tenants = new Tenants(application.base().toString(), application.signingKey());
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tokens.add(tenants.sessionToken("practice-" + i));
    }
    return tokens;
  }

  @Override
  public void close() throws IOException {
    site.close();
    try {
      log.close();
    } catch (SQLException serverGone) {
      // So is the connection.
    }
    application.close();
  }
}
