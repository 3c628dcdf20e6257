package za.lexohub.benchmarks.mixed;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks several times a second who holds connections to the database, while a load goes on. */
final class Vitals implements AutoCloseable {

  private static final long EVERY_MILLIS = 200;

  private final Log log;
  private final Map<String, long[]> most = new TreeMap<>();
  private long mostInUse;
  private long mostHeld;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("vitals").unstarted(task));

  Vitals(Log log) {
    this.log = log;
    clock.scheduleAtFixedRate(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      Map<String, long[]> held = log.connections();
      synchronized (most) {
        long inUse = 0;
        long all = 0;
        for (Map.Entry<String, long[]> pool : held.entrySet()) {
          long[] now = pool.getValue();
          long[] max = most.computeIfAbsent(pool.getKey(), name -> new long[2]);
          max[0] = Math.max(max[0], now[0]);
          max[1] = Math.max(max[1], now[1]);
          inUse += now[0];
          all += now[1];
        }
        mostInUse = Math.max(mostInUse, inUse);
        mostHeld = Math.max(mostHeld, all);
      }
    } catch (SQLException e) {
      // The next look may do better; a server that is gone shows in every answer.
      System.err.println("Connections could not be counted: " + e.getMessage());
    }
  }

  /** Connections with a transaction or a statement under way, at most at once. */
  long mostInUse() {
    synchronized (most) {
      return mostInUse;
    }
  }

  /** Connections open, in use or not, at most at once. */
  long mostHeld() {
    synchronized (most) {
      return mostHeld;
    }
  }

  /** A row for each pool, by the name that it tells the server. */
  List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    synchronized (most) {
      most.forEach(
          (name, max) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("pool", name.equals("PostgreSQL JDBC Driver") ? "everything else" : name);
            row.put("most in use", max[0]);
            row.put("most open", max[1]);
            rows.add(row);
          });
    }
    return rows;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
