package za.lexohub.query.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.export.RowSink;

/** Rows on their way into a file, and what the file says of itself. */
public final class Export {

  private final Heading heading;
  private final Rows rows;
  private final @Nullable String reader;

  /**
   * @param reader the tenant whose books are read from a store for as long as the file is written;
   *     null when none are
   */
  Export(Heading heading, Rows rows, @Nullable String reader) {
    this.heading = heading;
    this.rows = rows;
    this.reader = reader;
  }

  public Heading heading() {
    return heading;
  }

  Rows rows() {
    return rows;
  }

  @Nullable String reader() {
    return reader;
  }

  /** Hands out every row, once. */
  @FunctionalInterface
  interface Rows {
    void each(RowSink sink) throws IOException;
  }
}
