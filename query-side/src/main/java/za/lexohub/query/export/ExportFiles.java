package za.lexohub.query.export;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.export.ExportViews;
import za.lexohub.readmodels.export.RowSink;

/**
 * Writes exports. A long one holds a connection to its store for as long as the reader takes, so a
 * node writes few of them at a time, one of each practice, and none for ever.
 */
public final class ExportFiles {

  private static final int AT_ONCE = 2;

  private final Semaphore writing = new Semaphore(AT_ONCE);
  private final Set<String> tenants = ConcurrentHashMap.newKeySet();
  private final MeterRegistry meters;
  private final LongSupplier nanos;

  /**
   * @param nanos a clock, as {@link System#nanoTime()}
   */
  ExportFiles(MeterRegistry meters, LongSupplier nanos) {
    this.meters = meters;
    this.nanos = nanos;
  }

  /**
   * Returns when everything is written. Whatever is thrown, the file is then not whole, and its
   * format does not let it seem so, but for CSV: whoever sends that must not end it well.
   *
   * @throws IOException when {@code out} takes no more
   * @throws Busy when this node writes as many as it may, or one of the same tenant; nothing is
   *     written then
   * @throws TooSlow when the reader takes too long
   */
  public void write(Export export, Format format, OutputStream out) throws IOException {
    String reader = export.reader();
    if (reader == null) {
      whole(export, format, out);
      return;
    }
    if (!tenants.add(reader)) {
      throw new Busy("an export of the same practice is being written");
    }
    try {
      if (!writing.tryAcquire()) {
        throw new Busy("as many exports as this node writes at a time are being written");
      }
      try {
        whole(export, format, out);
      } finally {
        writing.release();
      }
    } finally {
      tenants.remove(reader);
    }
  }

  private void whole(Export export, Format format, OutputStream out) throws IOException {
    long deadline = nanos.getAsLong() + ExportViews.LONGEST.toNanos();
    Runnable clock =
        () -> {
          if (nanos.getAsLong() - deadline > 0) {
            throw new TooSlow();
          }
        };
    RowWriter writer = format.begin(export.heading(), new PunctualStream(out, clock));
    Rows rows = new Rows(writer, clock);
    try {
      export.rows().each(rows);
      writer.end(rows.count);
    } finally {
      count(export.heading().name(), format, rows.count);
    }
  }

  private void count(String dataset, Format format, long rows) {
    meters
        .counter("lexohub.export.rows", "dataset", dataset, "format", format.word())
        .increment(rows);
  }

  private static final class Rows implements RowSink {
    private final RowWriter writer;
    private final Runnable clock;
    private long count;

    Rows(RowWriter writer, Runnable clock) {
      this.writer = writer;
      this.clock = clock;
    }

    @Override
    public void accept(@Nullable Object[] row) throws IOException {
      writer.accept(row);
      count++;
      clock.run();
    }
  }

  /** Others are exporting. */
  public static final class Busy extends RuntimeException {
    Busy(String why) {
      super(why);
    }
  }

  /** The reader took so long that the export was given up. */
  public static final class TooSlow extends RuntimeException {
    TooSlow() {
      super("an export was given up after " + ExportViews.LONGEST);
    }
  }
}
