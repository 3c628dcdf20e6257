package za.lexohub.query.export;

import java.io.IOException;
import za.lexohub.readmodels.export.RowSink;

/** Rows on their way into a file, and what the file says of itself. */
public final class Export {

  private final Heading heading;
  private final Rows rows;
  private final boolean isLong;

  /**
   * @param isLong whether a store is read for as long as the file is written
   */
  Export(Heading heading, Rows rows, boolean isLong) {
    this.heading = heading;
    this.rows = rows;
    this.isLong = isLong;
  }

  public Heading heading() {
    return heading;
  }

  Rows rows() {
    return rows;
  }

  boolean isLong() {
    return isLong;
  }

  /** Hands out every row, once. */
  @FunctionalInterface
  interface Rows {
    void each(RowSink sink) throws IOException;
  }
}
