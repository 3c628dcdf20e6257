package za.lexohub.query.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.export.Column;
import za.lexohub.readmodels.export.ColumnType;

/**
 * Comma-separated values (RFC 4180) in UTF-8, after a line that begins with {@code #} and says as
 * of what they are, and one with the names of the columns. Text that a spreadsheet would take for a
 * formula begins with an apostrophe, which makes it text there. What is absent is empty; an empty
 * text is a pair of quotes.
 */
final class CsvRows implements RowWriter {

  private static final String LINE = "\r\n";

  /** With the full-width forms, which some programs take for the same. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private final List<Column> columns;
  private final OutputStream out;

  CsvRows(Heading heading, OutputStream out) throws IOException {
    this.columns = heading.columns();
    this.out = out;
    write(
        "# asOfPosition=%d,asOf=%s,dataset=%s,version=%d"
                .formatted(
                    heading.position(),
                    heading.asOf() == null ? "" : heading.asOf(),
                    heading.name(),
                    Heading.VERSION)
            + LINE
            + String.join(",", columns.stream().map(Column::name).toList())
            + LINE);
  }

  @Override
  public void accept(@Nullable Object[] row) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      if (i > 0) {
        line.append(',');
      }
      Object value = row[i];
      if (value != null) {
        line.append(
            columns.get(i).type() == ColumnType.TEXT ? text(value.toString()) : plain(value));
      }
    }
    write(line.append(LINE).toString());
  }

  @Override
  public void end(long count) {
    // Nothing stands after the last row: that the answer ended well tells that it is whole.
  }

  private static String plain(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  static String text(String value) {
    String safe = isFormula(value) ? "'" + value : value;
    boolean quoted =
        safe.isEmpty()
            || safe.indexOf(',') >= 0
            || safe.indexOf('"') >= 0
            || safe.indexOf('\r') >= 0
            || safe.indexOf('\n') >= 0
            || safe.charAt(0) == '#'
            || !safe.equals(safe.strip());
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /** Blanks before it are no protection: some programs take them off. */
  private static boolean isFormula(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (FORMULA.indexOf(c) >= 0) {
        return true;
      }
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        return false;
      }
    }
    return false;
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
  }
}
