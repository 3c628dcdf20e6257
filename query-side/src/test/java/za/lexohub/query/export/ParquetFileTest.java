package za.lexohub.query.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import za.lexohub.readmodels.export.ColumnType;

class ParquetFileTest {

  private static final String[] NAMES = {
    "text", "id", "number", "cents", "decimal", "flag", "date", "time"
  };

  @Test
  void another_reader_reads_what_was_written() throws IOException {
    Parquet read = Parquet.read(Books.written(Format.PARQUET, List.of(Books.FULL, Books.EMPTY)));

    assertThat(read.said())
        .containsEntry("lexohub.asOfPosition", "41")
        .containsEntry("lexohub.asOf", "2026-02-28T10:00:00Z")
        .containsEntry("lexohub.dataset", "books");
    assertSame(read.rows().getFirst(), Books.FULL);
    assertSame(read.rows().getLast(), Books.EMPTY);
  }

  @Test
  void rows_that_are_there_and_values_that_are_not_keep_their_places_over_many_groups()
      throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 25_001; i++) {
      @Nullable Object[] row = Books.FULL.clone();
      row[2] = (long) i;
      row[5] = random.nextBoolean();
      for (int column = 0; column < row.length; column++) {
        if (column != 2 && random.nextInt(3) == 0) {
          row[column] = null;
        }
      }
      rows.add(row);
    }

    Parquet read = Parquet.read(Books.written(Format.PARQUET, rows));

    assertThat(read.groups()).isEqualTo(3);
    assertThat(read.rows()).as("seed %d", seed).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      assertSame(read.rows().get(i), rows.get(i));
    }
  }

  @Test
  void wide_rows_end_a_group_before_it_grows_large() throws IOException {
    String wide = "x".repeat(1 << 20);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      @Nullable Object[] row = new @Nullable Object[Books.FULL.length];
      row[0] = wide;
      rows.add(row);
    }

    Parquet read = Parquet.read(Books.written(Format.PARQUET, rows));

    assertThat(read.groups()).isEqualTo(3);
    assertThat(read.rows()).hasSize(20).allMatch(row -> wide.equals(row.get("text")));
  }

  @Test
  void a_part_of_it_is_no_file() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowWriter writer = Format.PARQUET.begin(Books.HEADING, out);
    for (int i = 0; i < 10_000; i++) {
      writer.accept(Books.FULL);
    }
    assertThat(out.size()).isPositive();
    assertThatThrownBy(() -> Parquet.read(out.toByteArray())).isInstanceOf(Exception.class);
  }

  private static void assertSame(Map<String, @Nullable Object> read, @Nullable Object[] written) {
    for (int i = 0; i < NAMES.length; i++) {
      Object expected = written[i];
      Object found = read.get(NAMES[i]);
      if (expected instanceof BigDecimal number) {
        assertThat((BigDecimal) found).isEqualByComparingTo(number);
      } else {
        boolean isId = ColumnType.values()[i] == ColumnType.ID && expected != null;
        assertThat(found).isEqualTo(isId ? String.valueOf(expected) : expected);
      }
    }
  }
}
