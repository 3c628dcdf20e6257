package za.lexohub.eventstore;

import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Reads the log in bulk, past Axon: rows as they are stored, in order of position, through a
 * server-side cursor, so that a log of any length takes the memory of one fetch.
 *
 * <p>All rows of one stream belong to one moment: what is appended meanwhile is not among them.
 * Whoever has opened a stream closes it; until then it holds one of few connections. When
 * PostgreSQL is away, or too many are reading, an {@code EventStoreException} says so.
 */
public interface EventLogReader {

  /** A reader on connections of this source. */
  static EventLogReader on(DataSource dataSource) {
    return new CursorLogReader(dataSource);
  }

  /** The position of the last event, 0 in an empty log. */
  long head();

  /** The selected rows in order of position; to be closed. */
  Stream<LoggedRow> rows(LogSelection selection);
}
