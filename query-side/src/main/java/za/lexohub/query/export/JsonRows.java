package za.lexohub.query.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.export.Column;

/**
 * One JSON object, {@code {"dataset", "version", "asOfPosition", "asOf", "data": […], "count"}}.
 */
final class JsonRows implements RowWriter {

  private final List<Column> columns;
  private final OutputStream out;
  private boolean isFirst = true;

  JsonRows(Heading heading, OutputStream out) throws IOException {
    this.columns = heading.columns();
    this.out = out;
    Map<String, @Nullable Object> head = new LinkedHashMap<>();
    head.put("dataset", heading.name());
    head.put("version", Heading.VERSION);
    head.put("asOfPosition", heading.position());
    head.put("asOf", heading.asOf() == null ? null : heading.asOf().toString());
    byte[] object = JsonRow.JSON.writeValueAsBytes(head);
    out.write(object, 0, object.length - 1);
    out.write(",\"data\":[".getBytes(UTF_8));
  }

  @Override
  public void accept(@Nullable Object[] row) throws IOException {
    out.write((isFirst ? "\n" : ",\n").getBytes(UTF_8));
    out.write(JsonRow.of(columns, row));
    isFirst = false;
  }

  @Override
  public void end(long count) throws IOException {
    out.write(("\n],\"count\":" + count + "}\n").getBytes(UTF_8));
  }
}
