package za.lexohub.query.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.export.Column;

/** A JSON object a line; the last is the trailer, without which the file is a part. */
final class NdjsonRows implements RowWriter {

  private final List<Column> columns;
  private final long position;
  private final OutputStream out;

  NdjsonRows(Heading heading, OutputStream out) {
    this.columns = heading.columns();
    this.position = heading.position();
    this.out = out;
  }

  @Override
  public void accept(@Nullable Object[] row) throws IOException {
    out.write(JsonRow.of(columns, row));
    out.write('\n');
  }

  @Override
  public void end(long count) throws IOException {
    out.write(
        "{\"trailer\":{\"count\":%d,\"asOfPosition\":%d}}\n"
            .formatted(count, position)
            .getBytes(UTF_8));
  }
}
