package za.lexohub.benchmarks.mixed;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One practice: who asks for it, and what of it is known by now. */
final class Book {

  final String token;
  final List<String> matters = new CopyOnWriteArrayList<>();
  final List<String> proFormas = new CopyOnWriteArrayList<>();
  final List<String> invoices = new CopyOnWriteArrayList<>();
  final List<String> clients = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable String> written = new AtomicReference<>();

  /**
   * @param token of its senior advocate
   */
  Book(String token) {
    this.token = token;
  }

  void wrote(Reply reply) {
    if (!reply.position().isEmpty()) {
      written.set(reply.position());
    }
  }

  /** What the next read must reflect; told once, because a page is asked anew after a change. */
  @Nullable String toBeSeen() {
    return written.getAndSet(null);
  }

  static String any(List<String> some) {
    return some.get(ThreadLocalRandom.current().nextInt(some.size()));
  }
}
