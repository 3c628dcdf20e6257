package za.lexohub.benchmarks.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Errands, each asked of some node until one has answered it; all of them at the same time. */
final class Errands implements AutoCloseable {

  private static final long PAUSE_MILLIS = 50;

  private final VictimProcess[] nodes;
  private final Random random;
  private final Map<String, Errand> known = new HashMap<>();
  private final Map<String, Integer> askedOf = new HashMap<>();
  private final Map<String, String> answers = new LinkedHashMap<>();
  private final List<String> violations = new ArrayList<>();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private long sentAgain;

  Errands(int nodes, int seed) {
    this.nodes = new VictimProcess[nodes];
    this.random = new Random(seed);
  }

  /** In the place of one that was killed: what that one has not answered is asked again. */
  synchronized void turnTo(int node, VictimProcess started) {
    nodes[node] = started;
    for (Errand errand : List.copyOf(known.values())) {
      if (!answers.containsKey(errand.key()) && askedOf.get(errand.key()) == node) {
        sentAgain++;
        ask(errand);
      }
    }
  }

  synchronized void ask(List<Errand> errands) {
    for (Errand errand : errands) {
      known.put(errand.key(), errand);
      ask(errand);
    }
  }

  private void ask(Errand errand) {
    int node = random.nextInt(nodes.length);
    askedOf.put(errand.key(), node);
    nodes[node].ask(errand.line());
  }

  /** Takes one line of a node. */
  synchronized void told(String line) {
    String[] words = line.split(" ");
    Errand errand = known.get(words[1]);
    if (errand == null) {
      violations.add("an answer to nobody's errand: " + line);
    } else if (words[0].equals("no")) {
      later.schedule(() -> askAgain(errand), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } else {
      String answer = words[0].equals("ok") ? "ok" : words[2];
      String before = answers.putIfAbsent(errand.key(), answer);
      if (before != null && !before.equals(answer)) {
        violations.add(errand + " was answered " + before + " and then " + answer);
      }
      notifyAll();
    }
  }

  private synchronized void askAgain(Errand errand) {
    if (!answers.containsKey(errand.key())) {
      sentAgain++;
      ask(errand);
    }
  }

  /** Returns when so many are answered, or false when they are not in time. */
  synchronized boolean awaitAnswered(int count, long seconds) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (answers.size() < count) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  synchronized int asked() {
    return known.size();
  }

  synchronized int answered() {
    return answers.size();
  }

  synchronized long sentAgain() {
    return sentAgain;
  }

  synchronized Map<Errand, String> answers() {
    Map<Errand, String> all = new HashMap<>();
    answers.forEach((key, answer) -> all.put(known.get(key), answer));
    return all;
  }

  synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
