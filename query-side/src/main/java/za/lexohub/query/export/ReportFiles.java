package za.lexohub.query.export;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.export.Column;
import za.lexohub.readmodels.export.Column.Secrecy;
import za.lexohub.readmodels.export.Pseudonyms;

/** Reports as rows, and as what an analyst may see of them. */
public final class ReportFiles {

  private final Pseudonyms pseudonyms;

  ReportFiles(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /** See {@link ReportShape}. */
  public Export file(String name, Asked asked, Record report) {
    return rows(name, asked, ReportShape.of(report.getClass()), List.of(report));
  }

  /** Of a report that is rows of one kind and nothing else. */
  public <T extends Record> Export rows(String name, Asked asked, Class<T> type, List<T> rows) {
    return rows(name, asked, ReportShape.ofRows(type), rows);
  }

  private Export rows(String name, Asked asked, ReportShape shape, List<? extends Record> parts) {
    List<Column> columns = shape.columns(asked.masked());
    return new Export(
        new Heading(name, asked.position(), asked.asOf(), columns),
        sink -> {
          List<@Nullable Object[]> rows = new ArrayList<>();
          for (Record part : parts) {
            shape.each(part, columns, rows::add);
          }
          if (asked.masked()) {
            mask(asked.tenant(), columns, rows);
          }
          for (@Nullable Object[] row : rows) {
            sink.accept(row);
          }
        },
        null);
  }

  private void mask(String tenant, List<Column> columns, List<@Nullable Object[]> rows) {
    Set<String> names = new HashSet<>();
    replace(columns, rows, name -> kept(names, name));
    Map<String, String> known = pseudonyms.of(tenant, names);
    replace(columns, rows, known::get);
  }

  private static void replace(
      List<Column> columns, List<@Nullable Object[]> rows, UnaryOperator<String> names) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).secrecy() == Secrecy.NAME) {
        for (@Nullable Object[] row : rows) {
          if (row[i] instanceof String name) {
            row[i] = names.apply(name);
          }
        }
      }
    }
  }

  private static String kept(Set<String> names, String name) {
    names.add(name);
    return name;
  }

  /** The report as a JSON object without what an analyst may not see. */
  public byte[] masked(String tenant, Record report) {
    Set<String> names = new HashSet<>();
    tree(report, name -> kept(names, name));
    Map<String, String> known = new HashMap<>(pseudonyms.of(tenant, names));
    return JsonRow.JSON.writeValueAsBytes(tree(report, known::get));
  }

  private static @Nullable Object tree(@Nullable Object value, UnaryOperator<String> names) {
    return switch (value) {
      case Record record -> object(record, names);
      case List<?> list -> list.stream().map(element -> tree(element, names)).toList();
      case null -> null;
      default -> value;
    };
  }

  private static Map<String, @Nullable Object> object(Record record, UnaryOperator<String> names) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = RecordParts.value(component, record);
      Secrecy secrecy =
          component.getType() == String.class
              ? Secrecies.of(record.getClass(), component.getName())
              : Secrecy.PLAIN;
      switch (secrecy) {
        case PLAIN -> object.put(component.getName(), tree(value, names));
        case NAME ->
            object.put(component.getName(), value == null ? null : names.apply(value.toString()));
        // No record of a report has a kind of matter.
        case KIND, TEXT -> {}
      }
    }
    return object;
  }
}
