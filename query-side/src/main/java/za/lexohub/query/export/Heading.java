package za.lexohub.query.export;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.export.Column;

/**
 * What a file says of itself.
 *
 * @param name of the dataset or report
 * @param position every event up to it is in the rows
 * @param asOf the moment that was asked for, or when the file was begun; absent when a position was
 *     asked for
 */
public record Heading(String name, long position, @Nullable Instant asOf, List<Column> columns) {

  /** Of the form of the rows: counts up when a column goes or changes its meaning. */
  static final int VERSION = 1;

  public Heading {
    columns = List.copyOf(columns);
  }
}
