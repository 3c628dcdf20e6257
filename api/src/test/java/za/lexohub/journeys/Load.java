package za.lexohub.journeys;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** People at work: a request each so often, one in ten of them a command, each asked once. */
final class Load implements AutoCloseable {

  private static final List<String> READS =
      List.of(
          "/api/v1/pro-formas?limit=5",
          "/api/v1/invoices?limit=5",
          "/api/v1/workflow/counts",
          "/api/v1/matters?limit=5",
          "/api/v1/search?q=Transit");
  private static final int COMMAND_EVERY = 10;

  private final Roles roles;
  private final Caller reader;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

  Load(Roles roles, Duration between) {
    this.roles = roles;
    this.reader = roles.thandi();
    clock.scheduleAtFixedRate(
        () -> people.execute(this::ask), 0, between.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void ask() {
    int number = asked.getAndIncrement();
    try {
      if (number % COMMAND_EVERY == 0) {
        Caller writer = roles.thandi();
        new Story(writer, writer).link();
      } else {
        reader.get(READS.get(number % READS.size())).expect(200);
      }
      answered.incrementAndGet();
    } catch (RuntimeException | AssertionError e) {
      failures.add(e.toString());
    }
  }

  /** Returns when the last has its answer. */
  void end() {
    clock.shutdown();
    people.close();
  }

  int answered() {
    return answered.get();
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    people.shutdownNow();
  }
}
