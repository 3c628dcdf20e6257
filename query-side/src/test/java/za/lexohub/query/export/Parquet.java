package za.lexohub.query.export;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.FileSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Parquet file as a reader that is not ours sees it. */
record Parquet(List<Map<String, @Nullable Object>> rows, Map<String, String> said, int groups) {

  static Parquet read(byte[] file) throws IOException {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)));
        RowReader row = reader.rowReader()) {
      FileSchema schema = reader.getFileSchema();
      while (row.hasNext()) {
        row.next();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < schema.getColumnCount(); i++) {
          values.put(schema.getColumn(i).name(), row.isNull(i) ? null : row.getValue(i));
        }
        rows.add(values);
      }
      return new Parquet(
          rows,
          reader.getFileMetaData().keyValueMetadata(),
          reader.getFileMetaData().rowGroups().size());
    }
  }
}
