package za.lexohub.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Clients that each do one thing after the other, as fast as they are answered. */
final class Load {

  /** One request and its answer; a failure ends the measurement. */
  interface Work {
    void once() throws Exception;
  }

  private Load() {}

  /**
   * Runs the clients side by side on threads of their own.
   *
   * @param work makes the work of each client, before the clock starts
   */
  static Measured run(int clients, Duration duration, IntFunction<Work> work) throws Exception {
    CountDownLatch ready = new CountDownLatch(clients);
    CountDownLatch go = new CountDownLatch(1);
    long[] began = new long[1];
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<Latencies>> results = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        Work own = work.apply(client);
        Callable<Latencies> task =
            () -> {
              ready.countDown();
              go.await();
              return repeat(own, began[0] + duration.toNanos());
            };
        results.add(threads.submit(task));
      }
      ready.await();
      began[0] = System.nanoTime();
      go.countDown();
      Latencies all = new Latencies();
      for (Future<Latencies> result : results) {
        all.add(result.get());
      }
      return all.measured(System.nanoTime() - began[0]);
    }
  }

  private static Latencies repeat(Work work, long end) throws Exception {
    Latencies latencies = new Latencies();
    for (long before = System.nanoTime(); before < end; ) {
      work.once();
      long after = System.nanoTime();
      latencies.add(after - before);
      before = after;
    }
    return latencies;
  }

  private static final class Latencies {
    private long[] nanos = new long[4096];
    private int size;

    void add(long latency) {
      if (size == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * size);
      }
      nanos[size++] = latency;
    }

    void add(Latencies others) {
      if (size + others.size > nanos.length) {
        nanos = Arrays.copyOf(nanos, Math.max(2 * nanos.length, size + others.size));
      }
      System.arraycopy(others.nanos, 0, nanos, size, others.size);
      size += others.size;
    }

    Measured measured(long took) {
      long[] sorted = Arrays.copyOf(nanos, size);
      Arrays.sort(sorted);
      return new Measured(
          size / (took / 1e9), quantile(sorted, 0.50) / 1e6, quantile(sorted, 0.99) / 1e6);
    }

    private static double quantile(long[] sorted, double part) {
      return sorted.length == 0 ? Double.NaN : sorted[(int) (part * (sorted.length - 1))];
    }
  }
}
