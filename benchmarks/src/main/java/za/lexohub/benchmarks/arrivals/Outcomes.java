package za.lexohub.benchmarks.arrivals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What became of requests: their times by kind, and every answer that was not the usual one. */
public final class Outcomes {

  /** Of a millisecond's thousandths; a hundredth of a percent is as good as exact. */
  private static final int DIGITS = 3;

  /** How an answer is to be taken. */
  public enum Standing {
    /** What was asked for. */
    GOOD,
    /** Not what was asked for, but what the API promises in such a case, such as 412. */
    EXPECTED,
    /** Anything else. */
    FAILED
  }

  private record Oddity(String kind, String said, Standing standing) {}

  private static final class Kind {
    final Histogram micros = new ConcurrentHistogram(DIGITS);
    final LongAdder failed = new LongAdder();
  }

  private final Map<String, Kind> kinds = new ConcurrentHashMap<>();
  private final Map<Oddity, LongAdder> oddities = new ConcurrentHashMap<>();

  /**
   * Notes an answer, or that there was none.
   *
   * @param nanos since the request was due
   * @param said the status and the code of the problem, for a person
   */
  public void add(String kind, long nanos, Standing standing, String said) {
    Kind noted = kinds.computeIfAbsent(kind, k -> new Kind());
    noted.micros.recordValue(Math.max(0, nanos) / 1000);
    if (standing == Standing.FAILED) {
      noted.failed.increment();
    }
    if (standing != Standing.GOOD) {
      oddities.computeIfAbsent(new Oddity(kind, said, standing), o -> new LongAdder()).increment();
    }
  }

  /** Adds what others have noted. */
  public void add(Outcomes others) {
    others.kinds.forEach(
        (name, kind) -> {
          Kind noted = kinds.computeIfAbsent(name, k -> new Kind());
          noted.micros.add(kind.micros);
          noted.failed.add(kind.failed.sum());
        });
    others.oddities.forEach(
        (oddity, count) -> oddities.computeIfAbsent(oddity, o -> new LongAdder()).add(count.sum()));
  }

  public long answers() {
    return answers(kind -> true);
  }

  /** Of some kinds. */
  public long answers(Predicate<String> some) {
    return together(some).getTotalCount();
  }

  public long failures() {
    return kinds.values().stream().mapToLong(kind -> kind.failed.sum()).sum();
  }

  /** Of all answers; 0 of none. */
  public double failedShare() {
    long answers = answers();
    return answers == 0 ? 0 : (double) failures() / answers;
  }

  /**
   * Milliseconds within which so many of the answers to some kinds came.
   *
   * @param percent such as 99
   * @return not a number when there were none
   */
  public double percentile(double percent, Predicate<String> some) {
    Histogram all = together(some);
    return all.getTotalCount() == 0 ? Double.NaN : all.getValueAtPercentile(percent) / 1000.0;
  }

  public double percentile(double percent) {
    return percentile(percent, kind -> true);
  }

  private Histogram together(Predicate<String> some) {
    Histogram all = new Histogram(DIGITS);
    kinds.forEach(
        (name, kind) -> {
          if (some.test(name)) {
            all.add(kind.micros);
          }
        });
    return all;
  }

  /** A row for each kind, in the order of their names. */
  public List<Map<String, Object>> rows(double seconds) {
    List<Map<String, Object>> rows = new ArrayList<>();
    new TreeMap<>(kinds)
        .forEach(
            (name, kind) -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("kind", name);
              row.put("requests", kind.micros.getTotalCount());
              row.put("per second", kind.micros.getTotalCount() / seconds);
              row.put("p50 ms", kind.micros.getValueAtPercentile(50) / 1000.0);
              row.put("p99 ms", kind.micros.getValueAtPercentile(99) / 1000.0);
              row.put("max ms", kind.micros.getMaxValue() / 1000.0);
              row.put("failed", kind.failed.sum());
              rows.add(row);
            });
    return rows;
  }

  /** Every answer that was not the usual one, by name, the most frequent first. */
  public List<Map<String, Object>> oddities() {
    return oddities.entrySet().stream()
        .sorted((a, b) -> Long.compare(b.getValue().sum(), a.getValue().sum()))
        .map(
            entry -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("kind", entry.getKey().kind());
              row.put("answer", entry.getKey().said());
              row.put(
                  "taken as", entry.getKey().standing().name().toLowerCase(java.util.Locale.ROOT));
              row.put("times", entry.getValue().sum());
              return row;
            })
        .toList();
  }
}
