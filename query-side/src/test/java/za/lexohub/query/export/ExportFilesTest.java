package za.lexohub.query.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportFilesTest {

  private final AtomicLong nanos = new AtomicLong();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ExportFiles files = new ExportFiles(meters, nanos::get);

  private static Export export(Export.Rows rows) {
    return export("mine", rows);
  }

  private static Export export(String tenant, Export.Rows rows) {
    return new Export(Books.HEADING, rows, tenant);
  }

  @Test
  void a_third_export_at_a_time_is_refused_before_anything_is_written() throws IOException {
    Export one = export("third", sink -> sink.accept(Books.FULL));
    ByteArrayOutputStream third = new ByteArrayOutputStream();
    Export nested =
        export(
            "first",
            first -> {
              Export inner =
                  export(
                      "second",
                      second ->
                          assertThatThrownBy(() -> files.write(one, Format.CSV, third))
                              .isInstanceOf(ExportFiles.Busy.class));
              files.write(inner, Format.CSV, OutputStream.nullOutputStream());
            });

    files.write(nested, Format.CSV, OutputStream.nullOutputStream());

    assertThat(third.size()).isZero();
    files.write(one, Format.CSV, third);
    assertThat(third.size()).isPositive();
  }

  @Test
  void a_practice_that_exports_leaves_room_for_another_and_for_its_reports() throws IOException {
    Export one = export(sink -> sink.accept(Books.FULL));
    ByteArrayOutputStream refused = new ByteArrayOutputStream();
    ByteArrayOutputStream theirs = new ByteArrayOutputStream();
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    Export first =
        export(
            sink -> {
              assertThatThrownBy(() -> files.write(one, Format.CSV, refused))
                  .isInstanceOf(ExportFiles.Busy.class);
              files.write(export("theirs", rows -> {}), Format.CSV, theirs);
              files.write(new Export(Books.HEADING, rows -> {}, null), Format.CSV, report);
            });

    files.write(first, Format.CSV, OutputStream.nullOutputStream());

    assertThat(refused.size()).isZero();
    assertThat(theirs.size()).isPositive();
    assertThat(report.size()).isPositive();
    files.write(one, Format.CSV, refused);
    assertThat(refused.size()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void what_fails_on_its_way_has_no_end(Format format) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    files.write(export(sink -> sink.accept(Books.FULL)), format, whole);
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    Export failing =
        export(
            sink -> {
              sink.accept(Books.FULL);
              throw new IllegalStateException("the database went away");
            });

    assertThatThrownBy(() -> files.write(failing, format, part))
        .isInstanceOf(IllegalStateException.class);

    assertThat(part.toString(UTF_8)).doesNotContain("trailer").doesNotContain("count");
    assertThat(part.size()).isLessThanOrEqualTo(whole.size());
    files.write(export(sink -> {}), format, OutputStream.nullOutputStream());
    files.write(export(sink -> {}), format, OutputStream.nullOutputStream());
  }

  @Test
  void a_reader_who_takes_for_ever_is_given_up() {
    Export slow =
        export(
            sink -> {
              sink.accept(Books.FULL);
              nanos.addAndGet(Duration.ofMinutes(16).toNanos());
              sink.accept(Books.FULL);
            });

    assertThatThrownBy(() -> files.write(slow, Format.NDJSON, OutputStream.nullOutputStream()))
        .isInstanceOf(ExportFiles.TooSlow.class);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void a_reader_who_takes_one_row_piece_by_piece_is_given_up(Format format) {
    @Nullable Object[] row = Books.FULL.clone();
    row[0] = "Nkosi ".repeat(20_000);
    List<Integer> pieces = new ArrayList<>();
    OutputStream trickle =
        new OutputStream() {
          @Override
          public void write(int one) {
            pieces.add(1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            pieces.add(length);
            nanos.addAndGet(Duration.ofMinutes(4).toNanos());
          }
        };

    assertThatThrownBy(() -> files.write(export(sink -> sink.accept(row)), format, trickle))
        .isInstanceOf(ExportFiles.TooSlow.class);

    assertThat(pieces).hasSizeLessThanOrEqualTo(5).allMatch(piece -> piece <= 8 * 1024);
  }

  @Test
  void rows_are_counted_by_dataset_and_format() throws IOException {
    Export two =
        export(
            sink -> {
              sink.accept(Books.FULL);
              sink.accept(Books.EMPTY);
            });
    files.write(two, Format.CSV, OutputStream.nullOutputStream());
    files.write(two, Format.CSV, OutputStream.nullOutputStream());

    assertThat(
            meters
                .get("lexohub.export.rows")
                .tags("dataset", "books", "format", "csv")
                .counter()
                .count())
        .isEqualTo(4);
  }
}
