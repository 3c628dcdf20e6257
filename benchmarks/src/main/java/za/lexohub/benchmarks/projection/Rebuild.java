package za.lexohub.benchmarks.projection;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import za.lexohub.benchmarks.Server;

/** Read models that are emptied and made anew at the same time, by the product's own projectors. */
public final class Rebuild {

  private static final int SEGMENTS = 2;
  private static final long PATIENCE_HOURS = 3;

  /**
   * Returns how many seconds it took until all of them had applied this position, from before the
   * node's start on. The size of a batch is the product's own.
   *
   * @param keys the folder of the vault's master key
   * @param models as {@link ModelReplay#models} names them
   */
  public static double of(Server server, Path keys, List<String> models, long head)
      throws SQLException, InterruptedException {
    long began = System.nanoTime();
    long deadline = began + TimeUnit.HOURS.toNanos(PATIENCE_HOURS);
    ReadSide.forgetTokens(server.database());
    Map<String, Object> properties = new HashMap<>();
    properties.put(ReadSide.SEGMENTS, SEGMENTS);
    // The level is the whole JVM's, and a server elsewhere may be about to be killed.
    properties.put("logging.level.root", "ERROR");
    List<String> groups = models.stream().flatMap(ModelReplay::groups).toList();
    try (ReadSide node =
        models.contains(ModelReplay.SEARCH)
            ? new ReadSide(server, server.database(), keys, properties)
            : ReadSide.withoutSearch(server, server.database(), keys, properties)) {
      node.stopReading();
      groups.forEach(group -> node.processor(group).resetTokens());
      groups.forEach(group -> node.processor(group).start());
      while (!groups.stream().allMatch(group -> node.positions().appliedThrough(group) >= head)) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("the read models did not come to " + head);
        }
        TimeUnit.MILLISECONDS.sleep(10);
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      node.stopReading();
      return seconds;
    }
  }

  private Rebuild() {}
}
