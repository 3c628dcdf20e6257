package za.lexohub.query.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.export.Column;
import za.lexohub.readmodels.export.Column.Secrecy;
import za.lexohub.readmodels.export.ColumnType;

/** Rows of every type, and what is made of them. */
final class Books {

  static final UUID ID = UUID.fromString("0e7f5f3c-0000-4000-8000-000000000001");

  static final List<Column> COLUMNS =
      Arrays.stream(ColumnType.values())
          .map(type -> Column.of(type.name().toLowerCase(Locale.ROOT), type, Secrecy.PLAIN))
          .toList();

  static final Heading HEADING =
      new Heading("books", 41, Instant.parse("2026-02-28T10:00:00Z"), COLUMNS);

  /** In the order of the types. */
  static final @Nullable Object[] FULL = {
    "Nkosi, \"Zanele\"",
    ID,
    7L,
    -115_000L,
    new BigDecimal("2.5"),
    true,
    LocalDate.of(2026, 2, 28),
    Instant.parse("2026-02-28T10:00:00.123456Z")
  };

  static final @Nullable Object[] EMPTY = new @Nullable Object[FULL.length];

  static byte[] written(Format format, List<@Nullable Object[]> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowWriter writer = format.begin(HEADING, out);
    for (@Nullable Object[] row : rows) {
      writer.accept(row);
    }
    writer.end(rows.size());
    return out.toByteArray();
  }

  private Books() {}
}
