package za.lexohub.query.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/**
 * An Apache Parquet file, written as it comes: row groups of at most ten thousand rows or eight
 * megabytes, each column of them one page, and the footer, without which no reader opens it, last.
 * As of what the rows are stands in the footer's key-value metadata.
 */
final class ParquetFile implements RowWriter {

  private static final byte[] MAGIC = "PAR1".getBytes(US_ASCII);
  private static final int ROWS = 10_000;
  private static final long BYTES = 8 << 20;

  private final Heading heading;
  private final OutputStream out;
  private final List<ParquetColumn> columns;
  private final List<RowGroup> groups = new ArrayList<>();
  private long written;
  private int rows;

  ParquetFile(Heading heading, OutputStream out) throws IOException {
    this.heading = heading;
    this.out = out;
    this.columns = heading.columns().stream().map(ParquetColumn::new).toList();
    write(MAGIC);
  }

  @Override
  public void accept(@Nullable Object[] row) throws IOException {
    long held = 0;
    for (int i = 0; i < row.length; i++) {
      columns.get(i).add(row[i]);
      held += columns.get(i).bytes();
    }
    if (++rows == ROWS || held >= BYTES) {
      endGroup();
    }
  }

  private void endGroup() throws IOException {
    long begin = written;
    long size = 0;
    List<ColumnChunk> chunks = new ArrayList<>(columns.size());
    for (ParquetColumn column : columns) {
      ByteArrayOutputStream chunk = new ByteArrayOutputStream();
      ColumnChunk described = column.end(written, chunk);
      write(chunk.toByteArray());
      size += described.getMeta_data().getTotal_uncompressed_size();
      chunks.add(described);
    }
    RowGroup group = new RowGroup(chunks, size, rows);
    group.setFile_offset(begin);
    group.setTotal_compressed_size(written - begin);
    groups.add(group);
    rows = 0;
  }

  @Override
  public void end(long count) throws IOException {
    if (rows > 0) {
      endGroup();
    }
    List<SchemaElement> schema = new ArrayList<>();
    SchemaElement root = new SchemaElement(heading.name().replace('-', '_'));
    root.setNum_children(columns.size());
    schema.add(root);
    columns.forEach(column -> schema.add(column.described()));
    FileMetaData footer = new FileMetaData(1, schema, count, groups);
    footer.setCreated_by("LexoHub");
    footer.addToKey_value_metadata(said("dataset", heading.name()));
    footer.addToKey_value_metadata(said("version", Integer.toString(Heading.VERSION)));
    footer.addToKey_value_metadata(said("asOfPosition", Long.toString(heading.position())));
    if (heading.asOf() != null) {
      footer.addToKey_value_metadata(said("asOf", heading.asOf().toString()));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, bytes);
    write(bytes.toByteArray());
    write(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(bytes.size())
            .array());
    write(MAGIC);
  }

  private static KeyValue said(String key, String value) {
    return new KeyValue("lexohub." + key).setValue(value);
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }
}
