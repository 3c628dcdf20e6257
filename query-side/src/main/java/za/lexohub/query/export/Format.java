package za.lexohub.query.export;

import java.io.IOException;
import java.io.OutputStream;

/** How rows are written. */
public enum Format {
  JSON("json", "application/json", JsonRows::new),
  CSV("csv", "text/csv", CsvRows::new),
  NDJSON("ndjson", "application/x-ndjson", NdjsonRows::new),
  PARQUET("parquet", "application/vnd.apache.parquet", ParquetFile::new);

  private final String word;
  private final String mediaType;
  private final Writers writers;

  Format(String word, String mediaType, Writers writers) {
    this.word = word;
    this.mediaType = mediaType;
    this.writers = writers;
  }

  /** As {@code format=} and the ends of file names have it. */
  public String word() {
    return word;
  }

  public String mediaType() {
    return mediaType;
  }

  RowWriter begin(Heading heading, OutputStream out) throws IOException {
    return writers.begin(heading, out);
  }

  @FunctionalInterface
  private interface Writers {
    RowWriter begin(Heading heading, OutputStream out) throws IOException;
  }
}
