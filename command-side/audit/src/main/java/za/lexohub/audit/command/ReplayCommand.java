package za.lexohub.audit.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import za.lexohub.audit.asof.Folding;
import za.lexohub.audit.log.LogReader;
import za.lexohub.messages.serialization.EventSerializer;
import za.lexohub.messages.serialization.EventTypes;

/**
 * Folds every aggregate from its first event and says what came of it: how many there are, what was
 * invoiced and paid, and everything about the log that is not as it must be.
 */
public final class ReplayCommand {

  public static int run(Options options, PrintStream out, PrintStream err) throws IOException {
    options.only("jdbc", "user");
    SingleConnectionDataSource database = options.database();
    try {
      LogReader log = new LogReader(database);
      long head = log.head();
      Replay replay =
          new Replay(
              new Folding(new EventSerializer(new EventTypes()), new ClosedVault()),
              finding -> out.println("FOUND " + finding));
      positions(log, head, replay);
      Progress progress = new Progress(err, "replayed", head);
      log.forEachByAggregate(
          head,
          row -> {
            replay.add(row);
            progress.one();
          });
      replay.end();
      progress.end();
      print(replay, head, out);
      return replay.findings() == 0 ? 0 : 1;
    } finally {
      database.destroy();
    }
  }

  private static void positions(LogReader log, long head, Replay replay) {
    long count = log.one("select count(*) from event_log where position <= " + head);
    if (count != head) {
      replay.found(
          "positions are not dense: the last is %d, and there are %d events"
              .formatted(head, count));
    }
  }

  private static void print(Replay replay, long head, PrintStream out) {
    out.printf("events      %d, positions 1 to %d%n", replay.events(), head);
    out.printf(
        "aggregates  %d%s%n",
        replay.kinds().values().stream().mapToLong(Long::longValue).sum(),
        replay.kinds().entrySet().stream()
            .map(kind -> ", " + kind.getKey() + " " + kind.getValue())
            .collect(Collectors.joining()));
    for (Map.Entry<String, Replay.Books> tenant : replay.books().entrySet()) {
      Replay.Books books = tenant.getValue();
      out.printf(
          Locale.ROOT,
          "tenant      %s: %d events, %d aggregates, %d invoices issued of %s, paid %s%n",
          tenant.getKey(),
          books.events,
          books.aggregates,
          books.issued,
          rand(books.invoiced),
          rand(books.paid));
    }
    out.println(replay.findings() == 0 ? "nothing found" : replay.findings() + " findings");
  }

  private static String rand(long cents) {
    return String.format(Locale.ROOT, "R %d.%02d", cents / 100, Math.abs(cents % 100));
  }

  private ReplayCommand() {}
}
