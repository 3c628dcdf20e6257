package za.lexohub.query.export;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.export.Column;
import za.lexohub.readmodels.export.Column.Secrecy;
import za.lexohub.readmodels.export.ColumnType;
import za.lexohub.readmodels.export.RowSink;
import za.lexohub.readmodels.money.Money;

/**
 * A report as rows. The column {@code section} says what a row is of: {@code summary} is the one
 * row of all that the report says once, and each of its lists is a section by its own name with a
 * row for each element. A record within is taken apart, {@code totals.net} becoming {@code
 * totalsNetCents}. Columns are those of all sections; sections that say the same by the same name
 * share one. They follow from the types alone, so they are the same for every answer.
 */
final class ReportShape {

  private static final String SUMMARY = "summary";

  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final List<Section> sections = new ArrayList<>();
  private boolean hasMoney;

  private record Section(
      String name,
      Function<Object, List<?>> rows,
      Map<String, Function<Object, @Nullable Object>> parts) {}

  /** Of a report that says several things. */
  static ReportShape of(Class<?> report) {
    ReportShape shape = new ReportShape();
    shape.columns.put("section", Column.of("section", ColumnType.TEXT, Secrecy.PLAIN));
    shape.section(SUMMARY, List::of, report);
    for (RecordComponent component : report.getRecordComponents()) {
      Class<?> listed = RecordParts.listed(component);
      if (listed != null) {
        shape.section(
            component.getName(), whole -> (List<?>) RecordParts.value(component, whole), listed);
      }
    }
    return shape.ended();
  }

  /** Of rows of one kind. */
  static ReportShape ofRows(Class<?> row) {
    ReportShape shape = new ReportShape();
    shape.section("", List::of, row);
    return shape.ended();
  }

  private ReportShape ended() {
    if (hasMoney) {
      columns.put("currency", Column.of("currency", ColumnType.TEXT, Secrecy.PLAIN));
    }
    return this;
  }

  private void section(String name, Function<Object, List<?>> rows, Class<?> row) {
    Map<String, Function<Object, @Nullable Object>> parts = new LinkedHashMap<>();
    take(name, "", row, Function.identity(), parts);
    if (!parts.isEmpty()) {
      sections.add(new Section(name, rows, parts));
    }
  }

  private void take(
      String section,
      String prefix,
      Class<?> record,
      Function<Object, @Nullable Object> from,
      Map<String, Function<Object, @Nullable Object>> parts) {
    for (RecordComponent component : record.getRecordComponents()) {
      String name = joined(prefix, component.getName());
      Class<?> type = component.getType();
      Function<Object, @Nullable Object> value =
          whole -> {
            Object owner = from.apply(whole);
            return owner == null ? null : RecordParts.value(component, owner);
          };
      if (type == Money.class) {
        hasMoney = true;
        Column column = Column.of(name + "Cents", ColumnType.CENTS, Secrecy.PLAIN);
        parts.put(shared(section, column), value.andThen(ReportShape::cents));
      } else if (type.isRecord()) {
        take(section, name, type, value, parts);
      } else if (type != List.class) {
        Secrecy secrecy =
            type == String.class ? Secrecies.of(record, component.getName()) : Secrecy.PLAIN;
        Column column = Column.of(name, columnType(type), secrecy);
        parts.put(shared(section, column), value.andThen(ReportShape::plain));
      }
    }
  }

  /** The name of the column, which is the section's own when others mean something else by it. */
  private String shared(String section, Column column) {
    Column before = columns.putIfAbsent(column.name(), column);
    if (before == null || before.type() == column.type() && before.secrecy() == column.secrecy()) {
      return column.name();
    }
    String own = joined(section, column.name());
    columns.put(own, Column.of(own, column.type(), column.secrecy()));
    return own;
  }

  private static String joined(String prefix, String name) {
    return prefix.isEmpty()
        ? name
        : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static ColumnType columnType(Class<?> type) {
    if (type == String.class || type.isEnum()) {
      return ColumnType.TEXT;
    }
    if (type == long.class || type == int.class || type == Long.class || type == Integer.class) {
      return ColumnType.NUMBER;
    }
    if (type == boolean.class || type == Boolean.class) {
      return ColumnType.FLAG;
    }
    if (type == UUID.class) {
      return ColumnType.ID;
    }
    if (type == BigDecimal.class) {
      return ColumnType.DECIMAL;
    }
    if (type == LocalDate.class) {
      return ColumnType.DATE;
    }
    if (type == Instant.class) {
      return ColumnType.TIME;
    }
    throw new IllegalStateException("no column can hold a " + type.getName());
  }

  private static @Nullable Object cents(@Nullable Object money) {
    return money instanceof Money amount ? (Long) amount.amount() : null;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Integer number -> number.longValue();
      case Enum<?> constant -> constant.name();
      default -> value;
    };
  }

  List<Column> columns(boolean masked) {
    return columns.values().stream()
        .filter(column -> !masked || column.secrecy() != Secrecy.TEXT)
        .toList();
  }

  /** The rows of one answer, or of one element of it. */
  void each(Object report, List<Column> shown, RowSink sink) throws IOException {
    for (Section section : sections) {
      for (Object element : section.rows().apply(report)) {
        sink.accept(row(section, element, shown));
      }
    }
  }

  private @Nullable Object[] row(Section section, Object element, List<Column> shown) {
    @Nullable Object[] row = new @Nullable Object[shown.size()];
    for (int i = 0; i < row.length; i++) {
      String name = shown.get(i).name();
      Function<Object, @Nullable Object> part = section.parts().get(name);
      row[i] =
          part != null
              ? part.apply(element)
              : name.equals("section")
                  ? section.name()
                  : name.equals("currency") ? Money.ZAR : null;
    }
    return row;
  }
}
