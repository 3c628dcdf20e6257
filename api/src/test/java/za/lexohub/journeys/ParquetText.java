package za.lexohub.journeys;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.FileSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** All that a Parquet file says, as text in which can be looked for words. */
final class ParquetText {

  /** What the file says of itself, and a line for each row. */
  static String of(byte[] file) {
    try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)));
        RowReader row = reader.rowReader()) {
      FileSchema schema = reader.getFileSchema();
      StringBuilder text = new StringBuilder();
      text.append(reader.getFileMetaData().keyValueMetadata()).append('\n');
      while (row.hasNext()) {
        row.next();
        for (int i = 0; i < schema.getColumnCount(); i++) {
          text.append(schema.getColumn(i).name()).append('=');
          text.append(row.isNull(i) ? "" : row.getValue(i)).append(';');
        }
        text.append('\n');
      }
      return text.toString();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private ParquetText() {}
}
