package za.lexohub.benchmarks.projection;

import static za.lexohub.benchmarks.Report.progress;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.StreamingEventProcessor;
import za.lexohub.benchmarks.Server;
import za.lexohub.embedded.postgres.Database;
import za.lexohub.readmodels.position.ReadModelGroups;

/**
 * Read models that are emptied and read the whole log again, one at a time; the three indexes are
 * one, because they hold one search.
 */
public final class ModelReplay implements AutoCloseable {

  public static final String SEARCH = "search";

  private static final long PATIENCE_MINUTES = 20;
  private static final int TENANTS = 200;

  /** By their names on the command line. */
  private static final Map<String, List<String>> MODELS = new LinkedHashMap<>();

  static {
    for (String group :
        List.of(
            ReadModelGroups.MATTERS,
            ReadModelGroups.PRO_FORMAS,
            ReadModelGroups.INVOICES,
            ReadModelGroups.WORK_ITEMS,
            ReadModelGroups.WORKFLOWS,
            ReadModelGroups.LEDGER,
            ReadModelGroups.MATTER_CARDS,
            ReadModelGroups.WORKFLOW_COUNTS)) {
      MODELS.put(group, List.of(group));
    }
    MODELS.put(
        SEARCH,
        List.of(
            ReadModelGroups.MATTER_SEARCH,
            ReadModelGroups.PRO_FORMA_SEARCH,
            ReadModelGroups.INVOICE_SEARCH));
  }

  private final Server server;
  private final Database database;
  private final Path keys;
  private final int events;
  private ReadSide readSide;

  /** Makes a log of so many events. */
  public ModelReplay(Server server, int events) throws Exception {
    this.server = server;
    this.events = events;
    database = server.database("replay");
    keys = Files.createTempDirectory("lexohub-keys");
    readSide = new ReadSide(server, database, keys, 1, 100);
    readSide.stopReading();
    progress("Filling a log with %,d events", events);
    readSide.fill(new Lives(readSide.vault(), TENANTS), events);
  }

  /** The names of all that can be replayed. */
  public static String[] models() {
    return MODELS.keySet().toArray(String[]::new);
  }

  /** The processing groups of one of them. */
  static Stream<String> groups(String model) {
    return MODELS.get(model).stream();
  }

  /** From now on with so many segments and events in a batch. */
  public void configure(int segments, int batch) throws SQLException {
    readSide.close();
    ReadSide.forgetTokens(database);
    readSide = new ReadSide(server, database, keys, segments, batch);
    readSide.stopReading();
  }

  /** Events of the log a second, those that say nothing to the model included. */
  public double replay(String model) throws InterruptedException {
    List<String> groups = MODELS.get(model);
    for (String group : groups) {
      readSide.processor(group).resetTokens();
    }
    long began = System.nanoTime();
    groups.forEach(group -> readSide.processor(group).start());
    long deadline = began + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (!groups.stream().allMatch(this::isThere)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(model + " did not come to the end of the log");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    groups.stream().map(readSide::processor).forEach(StreamingEventProcessor::shutDown);
    return events / seconds;
  }

  private boolean isThere(String group) {
    return readSide.positions().appliedThrough(group) >= events;
  }

  /** What stands in the indexes now, to be loaded again without us. */
  public RawLoad documents() throws Exception {
    return RawLoad.of(server.openSearch(), readSide.indexes());
  }

  @Override
  public void close() {
    readSide.close();
  }
}
