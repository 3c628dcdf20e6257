package za.lexohub.projectors.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ApplicationContext;
import za.lexohub.projectors.Story;
import za.lexohub.readmodels.invoice.InvoiceView;
import za.lexohub.readmodels.invoice.InvoiceViews;

/**
 * Reads invoices without end, while events about them go on. A read has failed when it throws,
 * finds nothing, or shows an older version than the same reader has seen.
 */
final class RebuildLoad implements AutoCloseable {

  private static final int READERS = 3;
  private static final long WRITE_NANOS = 10_000_000;
  private static final int ENOUGH = 50;

  private final List<Thread> threads = new ArrayList<>();
  private final List<String> failed = new CopyOnWriteArrayList<>();
  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong writes = new AtomicLong();
  private volatile boolean goesOn = true;

  RebuildLoad(ApplicationContext node, RebuildLog log, List<Story> stories) {
    InvoiceViews views = node.getBean(InvoiceViews.class);
    await()
        .until(
            () ->
                stories.stream()
                    .allMatch(s -> views.find(s.tenant.value(), s.invoiceId.value()).isPresent()));
    for (int reader = 0; reader < READERS; reader++) {
      threads.add(Thread.ofPlatform().start(() -> read(views, stories)));
    }
    threads.add(Thread.ofPlatform().start(() -> write(log, stories)));
  }

  /** Some more was read and written. */
  void isUnderWay() {
    long read = reads.get() + ENOUGH;
    long written = writes.get() + ENOUGH;
    await().until(() -> reads.get() >= read && writes.get() >= written || !failed.isEmpty());
  }

  /** No read has failed. */
  void end() {
    close();
    assertThat(failed).as("of %s reads", reads).isEmpty();
  }

  @Override
  public void close() {
    goesOn = false;
    await().until(() -> threads.stream().noneMatch(Thread::isAlive));
  }

  private void read(InvoiceViews views, List<Story> stories) {
    long[] seen = new long[stories.size()];
    for (int n = 0; goesOn; n = (n + 1) % seen.length) {
      Story story = stories.get(n);
      try {
        Optional<InvoiceView> found = views.find(story.tenant.value(), story.invoiceId.value());
        long version = found.map(InvoiceView::version).orElse(-1L);
        if (version < seen[n]) {
          failed.add("version %d after %d".formatted(version, seen[n]));
        }
        seen[n] = version;
      } catch (RuntimeException e) {
        failed.add(e.toString());
      }
      reads.incrementAndGet();
    }
  }

  private void write(RebuildLog log, List<Story> stories) {
    while (goesOn) {
      log.viewed(stories.get((int) (writes.getAndIncrement() % stories.size())));
      LockSupport.parkNanos(WRITE_NANOS);
    }
  }
}
