package za.lexohub.readmodels.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.money.Money;

/** Values on their way into PostgreSQL and out of it. */
public final class Sql {

  /** A value as the driver takes it. */
  public static @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Instant instant -> OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
      case Money money -> money.amount();
      case Enum<?> constant -> constant.name();
      default -> value;
    };
  }

  public static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  public static @Nullable UUID optionalUuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  public static LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  public static @Nullable LocalDate optionalDate(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  public static @Nullable Instant optionalInstant(ResultSet row, String column)
      throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  public static Money money(ResultSet row, String column) throws SQLException {
    return Money.cents(row.getLong(column));
  }

  public static @Nullable Money optionalMoney(ResultSet row, String column) throws SQLException {
    long cents = row.getLong(column);
    return row.wasNull() ? null : Money.cents(cents);
  }

  public static @Nullable String optionalText(ResultSet row, String column) throws SQLException {
    return row.getString(column);
  }

  private Sql() {}
}
