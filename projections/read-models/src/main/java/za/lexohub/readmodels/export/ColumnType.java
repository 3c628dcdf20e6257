package za.lexohub.readmodels.export;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a column holds. Each type has one Java form: that of its values in a row. */
public enum ColumnType {
  /** {@link String} */
  TEXT,
  /** {@link UUID} */
  ID,
  /** {@link Long} */
  NUMBER,
  /** {@link Long}, in minor units of the row's currency */
  CENTS,
  /** {@link BigDecimal}, of at most six decimals */
  DECIMAL,
  /** {@link Boolean} */
  FLAG,
  /** {@link LocalDate} */
  DATE,
  /** {@link Instant}, to the microsecond */
  TIME;

  @Nullable Object read(ResultSet row, int index) throws SQLException {
    return switch (this) {
      case TEXT -> row.getString(index);
      case ID -> row.getObject(index, UUID.class);
      case NUMBER, CENTS -> {
        long number = row.getLong(index);
        yield row.wasNull() ? null : (Long) number;
      }
      case DECIMAL -> row.getBigDecimal(index);
      case FLAG -> {
        boolean flag = row.getBoolean(index);
        yield row.wasNull() ? null : (Boolean) flag;
      }
      case DATE -> row.getObject(index, LocalDate.class);
      case TIME -> {
        OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
        yield time == null ? null : time.toInstant();
      }
    };
  }

  /** The Java form of a value that a document holds; an amount there is a map with its currency. */
  @Nullable Object of(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (this) {
      case TEXT -> value.toString();
      case ID -> UUID.fromString(value.toString());
      case NUMBER -> ((Number) value).longValue();
      case CENTS ->
          value instanceof Map<?, ?> money ? of(money.get("amount")) : ((Number) value).longValue();
      case DECIMAL -> new BigDecimal(value.toString());
      case FLAG -> (Boolean) value;
      case DATE -> LocalDate.parse(value.toString());
      case TIME -> Instant.parse(value.toString());
    };
  }
}
