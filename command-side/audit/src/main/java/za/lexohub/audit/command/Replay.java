package za.lexohub.audit.command;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import za.lexohub.audit.asof.Fold;
import za.lexohub.audit.asof.Folding;
import za.lexohub.audit.log.LogRow;

/** One aggregate after another, each from its first event; holds one at a time. */
final class Replay {

  /** What came of one tenant's events, amounts in cents. */
  static final class Books {
    long events;
    long aggregates;
    long issued;
    long invoiced;
    long paid;
  }

  private final Folding folding;
  private final Consumer<String> report;
  private final Map<String, Long> kinds = new TreeMap<>();
  private final Map<String, Books> books = new TreeMap<>();
  private long events;
  private long findings;

  private @Nullable LogRow last;
  private @Nullable Fold fold;

  Replay(Folding folding, Consumer<String> report) {
    this.folding = folding;
    this.report = report;
  }

  void add(LogRow row) {
    LogRow before = last;
    if (before == null || !before.aggregateId().equals(row.aggregateId())) {
      end();
      fold = folding.begin(row.aggregateType());
      kinds.merge(row.aggregateType(), 1L, Long::sum);
      books(row).aggregates++;
      expect(row, 0);
    } else {
      expect(row, before.sequence() + 1);
      if (!before.tenant().equals(row.tenant())
          || !before.aggregateType().equals(row.aggregateType())) {
        found(at(row) + "belongs to another tenant or kind than the events before it");
      }
      if (row.position() <= before.position()) {
        found(at(row) + "stands before its predecessor, at " + before.position());
      }
    }
    events++;
    books(row).events++;
    last = row;
    apply(row);
  }

  private void apply(LogRow row) {
    if (fold == null) {
      return;
    }
    try {
      folding.apply(fold, row);
    } catch (RuntimeException unreadable) {
      found(at(row) + unreadable.getMessage());
      // What is made of the rest would be wrong.
      fold = null;
    }
  }

  /** The aggregate has no more events. */
  void end() {
    if (last == null || fold == null) {
      return;
    }
    Map<String, @Nullable Object> state = fold.state();
    if (last.aggregateType().equals("Invoice") && "ISSUED".equals(state.get("lifecycle"))) {
      Books of = books(last);
      of.issued++;
      of.invoiced += amount(state.get("paid")) + amount(state.get("balance"));
      of.paid += amount(state.get("paid"));
    }
  }

  private static long amount(@Nullable Object money) {
    return money instanceof Map<?, ?> map && map.get("amount") instanceof Long cents ? cents : 0;
  }

  private void expect(LogRow row, long sequence) {
    if (row.sequence() != sequence) {
      found(at(row) + "sequence " + row.sequence() + " where " + sequence + " belongs");
    }
  }

  private static String at(LogRow row) {
    return "position "
        + row.position()
        + ", "
        + row.aggregateType()
        + " "
        + row.aggregateId()
        + ": ";
  }

  void found(String finding) {
    findings++;
    report.accept(finding);
  }

  private Books books(LogRow row) {
    return books.computeIfAbsent(row.tenant(), tenant -> new Books());
  }

  long events() {
    return events;
  }

  long findings() {
    return findings;
  }

  Map<String, Long> kinds() {
    return kinds;
  }

  Map<String, Books> books() {
    return books;
  }
}
