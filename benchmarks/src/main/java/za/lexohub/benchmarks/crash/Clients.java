package za.lexohub.benchmarks.crash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Clients that each ask for one thing at a time and repeat it with the same key until they are
 * answered. Some ask again although they were answered, as one does whose answer was lost on the
 * way.
 */
final class Clients implements AutoCloseable {

  /** What the application has said a request came to. */
  record Answer(long version, long position) {}

  private static final int HOT_STREAMS = 24;
  private static final int MOST_EVENTS = 3;
  private static final int ASK_AGAIN_ONE_IN = 40;
  private static final long PAUSE_MILLIS = 25;

  private final String prefix;
  private final int count;
  private final Random random;
  private final Map<String, Request> waiting = new HashMap<>();
  private final Map<String, Request> requests = new HashMap<>();
  private final Map<String, Answer> answers = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private final List<UUID> hot = new ArrayList<>();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private @Nullable VictimProcess application;
  private boolean stopping;
  private long answered;
  private long sentAgain;

  Clients(int count, int seed) {
    this.count = count;
    this.prefix = "crash-" + seed + "-";
    this.random = new Random(seed);
  }

  /** The next streams that many write to at once; the older ones have grown long enough. */
  synchronized void turnToNewStreams() {
    hot.clear();
    for (int i = 0; i < HOT_STREAMS; i++) {
      hot.add(new UUID(random.nextLong(), random.nextLong()));
    }
  }

  /** From now on this application is asked, first for everything that is not answered yet. */
  synchronized void turnTo(VictimProcess started) {
    application = started;
    sentAgain += waiting.size();
    waiting.values().forEach(request -> started.ask(request.line()));
    while (waiting.size() < count && !stopping) {
      askForSomethingNew();
    }
  }

  private void askForSomethingNew() {
    UUID stream =
        random.nextInt(4) == 0
            ? new UUID(random.nextLong(), random.nextLong())
            : hot.get(random.nextInt(hot.size()));
    Request request =
        new Request(prefix + requests.size(), stream, 1 + random.nextInt(MOST_EVENTS));
    requests.put(request.key(), request);
    waiting.put(request.key(), request);
    ask(request);
  }

  private void ask(Request request) {
    if (application != null) {
      application.ask(request.line());
    }
  }

  /** Takes one line of the application. */
  synchronized void told(String line) {
    String[] words = line.split(" ");
    String key = words[1];
    Request request = requests.get(key);
    if (request == null) {
      violations.add("an answer to nobody's request: " + line);
    } else if (words[0].equals("ok")) {
      answered(request, new Answer(Long.parseLong(words[2]), Long.parseLong(words[3])));
    } else {
      later.schedule(() -> askAgain(request), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void answered(Request request, Answer answer) {
    answered++;
    Answer before = answers.putIfAbsent(request.key(), answer);
    if (before != null && !before.equals(answer)) {
      violations.add(request.key() + " was answered " + before + " and then " + answer);
    }
    if (random.nextInt(ASK_AGAIN_ONE_IN) == 0) {
      sentAgain++;
      waiting.put(request.key(), request);
      ask(request);
      return;
    }
    waiting.remove(request.key());
    // One that was sent twice may be answered twice.
    while (waiting.size() < count && !stopping) {
      askForSomethingNew();
    }
    notifyAll();
  }

  private synchronized void askAgain(Request request) {
    if (waiting.containsKey(request.key())) {
      sentAgain++;
      ask(request);
    }
  }

  /** Returns when so many more answers have come, or false when they have not. */
  boolean awaitAnswers(int more, long seconds) throws InterruptedException {
    long wanted = answered() + more;
    return await(() -> answered >= wanted, seconds);
  }

  /** Asks for nothing new and returns when nobody waits any more, or false when somebody does. */
  synchronized boolean stop(long seconds) throws InterruptedException {
    stopping = true;
    return await(waiting::isEmpty, seconds);
  }

  private synchronized boolean await(java.util.function.BooleanSupplier reached, long seconds)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!reached.getAsBoolean()) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(Math.min(left, 50));
    }
    return true;
  }

  synchronized long answered() {
    return answered;
  }

  synchronized long sentAgain() {
    return sentAgain;
  }

  synchronized Collection<Request> requests() {
    return List.copyOf(requests.values());
  }

  synchronized Map<String, Answer> answers() {
    return Map.copyOf(answers);
  }

  synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
