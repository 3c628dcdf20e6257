package za.lexohub.query.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.export.Column;

/**
 * A column of a Parquet file: its values of one row group, and then the one page that they make.
 * Every column is optional; values are plain, which of them are there is run-length encoded, and a
 * page is compressed by gzip.
 */
final class ParquetColumn {

  private static final int SCALE = 6;
  private static final int PRECISION = 18;

  private final Column column;
  private final ByteArrayOutputStream present = new ByteArrayOutputStream();
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private int count;
  private boolean isPresent;
  private int run;
  private int flags;
  private int flagCount;

  ParquetColumn(Column column) {
    this.column = column;
  }

  int bytes() {
    return present.size() + values.size();
  }

  void add(@Nullable Object value) {
    boolean there = value != null;
    if (there != isPresent) {
      endRun();
      isPresent = there;
    }
    run++;
    count++;
    if (value != null) {
      put(value);
    }
  }

  private void put(Object value) {
    switch (column.type()) {
      case TEXT, ID -> {
        byte[] text = value.toString().getBytes(UTF_8);
        put(text.length);
        values.writeBytes(text);
      }
      case NUMBER, CENTS -> put((long) (Long) value);
      case DECIMAL ->
          put(
              ((BigDecimal) value)
                  .setScale(SCALE, RoundingMode.HALF_UP)
                  .unscaledValue()
                  .longValueExact());
      case DATE -> put(Math.toIntExact(((LocalDate) value).toEpochDay()));
      case TIME -> put(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
      case FLAG -> {
        flags |= ((Boolean) value ? 1 : 0) << flagCount;
        if (++flagCount == Byte.SIZE) {
          endFlags();
        }
      }
    }
  }

  private void put(int number) {
    values.writeBytes(littleEndian(number));
  }

  private void put(long number) {
    values.writeBytes(
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array());
  }

  private static byte[] littleEndian(int number) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  /** A run of the hybrid encoding: twice its length as a varint, then the level, 0 or 1. */
  private void endRun() {
    if (run == 0) {
      return;
    }
    int header = run << 1;
    while (header >= 0x80) {
      present.write(header & 0x7f | 0x80);
      header >>>= 7;
    }
    present.write(header);
    present.write(isPresent ? 1 : 0);
    run = 0;
  }

  private void endFlags() {
    values.write(flags);
    flags = 0;
    flagCount = 0;
  }

  /**
   * Writes the chunk and begins anew.
   *
   * @param offset where in the file it will stand
   */
  ColumnChunk end(long offset, ByteArrayOutputStream into) throws IOException {
    endRun();
    if (flagCount > 0) {
      endFlags();
    }
    byte[] page = compressed();
    int pageSize = Integer.BYTES + present.size() + values.size();
    PageHeader header = new PageHeader(PageType.DATA_PAGE, pageSize, page.length);
    header.setData_page_header(
        new DataPageHeader(count, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    Util.writePageHeader(header, into);
    int headerSize = into.size();
    into.writeBytes(page);
    ColumnMetaData described =
        new ColumnMetaData(
            type(),
            List.of(Encoding.PLAIN, Encoding.RLE),
            List.of(column.name()),
            CompressionCodec.GZIP,
            count,
            headerSize + (long) pageSize,
            into.size(),
            offset);
    present.reset();
    values.reset();
    count = 0;
    return new ColumnChunk(offset).setMeta_data(described);
  }

  private byte[] compressed() throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(page)) {
      gzip.write(littleEndian(present.size()));
      present.writeTo(gzip);
      values.writeTo(gzip);
    }
    return page.toByteArray();
  }

  private Type type() {
    return switch (column.type()) {
      case TEXT, ID -> Type.BYTE_ARRAY;
      case NUMBER, CENTS, DECIMAL, TIME -> Type.INT64;
      case DATE -> Type.INT32;
      case FLAG -> Type.BOOLEAN;
    };
  }

  /** With the older names of its type, for readers that know no others. */
  SchemaElement described() {
    SchemaElement element = new SchemaElement(column.name());
    element.setType(type());
    element.setRepetition_type(FieldRepetitionType.OPTIONAL);
    switch (column.type()) {
      case TEXT, ID -> {
        element.setConverted_type(ConvertedType.UTF8);
        element.setLogicalType(LogicalType.STRING(new StringType()));
      }
      case DECIMAL -> {
        element.setConverted_type(ConvertedType.DECIMAL);
        element.setScale(SCALE);
        element.setPrecision(PRECISION);
        element.setLogicalType(LogicalType.DECIMAL(new DecimalType(SCALE, PRECISION)));
      }
      case DATE -> {
        element.setConverted_type(ConvertedType.DATE);
        element.setLogicalType(LogicalType.DATE(new DateType()));
      }
      case TIME -> {
        element.setConverted_type(ConvertedType.TIMESTAMP_MICROS);
        TimestampType micros = new TimestampType(true, TimeUnit.MICROS(new MicroSeconds()));
        element.setLogicalType(LogicalType.TIMESTAMP(micros));
      }
      case NUMBER, CENTS, FLAG -> {}
    }
    return element;
  }
}
