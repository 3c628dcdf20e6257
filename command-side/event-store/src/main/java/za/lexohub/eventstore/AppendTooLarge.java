package za.lexohub.eventstore;

import za.lexohub.messages.ledger.CommandLedger;

/**
 * An append that the log does not take, refused before anything of it was sent. To repeat it is of
 * no use: a single event holds up to 4 MiB with its metadata, the events of one unit of work up to
 * 16 MiB together and 20,000 in number. All of them are written under the lock that every other
 * append waits for.
 */
public final class AppendTooLarge extends CommandLedger.TooLarge {

  static final int MAX_EVENTS = 20_000;
  static final long MAX_EVENT_BYTES = 4L << 20;
  static final long MAX_APPEND_BYTES = 16L << 20;

  private AppendTooLarge(String message) {
    super(message);
  }

  static AppendTooLarge events(int events) {
    return new AppendTooLarge(
        events + " events in one unit of work, more than the " + MAX_EVENTS + " the log takes");
  }

  static void check(Append.Row row, long bytes, long sum) {
    if (bytes > MAX_EVENT_BYTES) {
      throw new AppendTooLarge(
          "%s of %s %s has %d bytes, more than the %d the log takes"
              .formatted(
                  row.eventType(), row.aggregateType(), row.aggregateId(), bytes, MAX_EVENT_BYTES));
    }
    if (sum > MAX_APPEND_BYTES) {
      throw new AppendTooLarge(
          "a unit of work with %s %s has more than the %d bytes the log takes at a time"
              .formatted(row.aggregateType(), row.aggregateId(), MAX_APPEND_BYTES));
    }
  }
}
