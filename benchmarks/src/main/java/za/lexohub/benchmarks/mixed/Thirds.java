package za.lexohub.benchmarks.mixed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What was seen again and again, and whether it was more in the end than in the beginning. */
final class Thirds {

  private static final double MORE = 1.1;

  /** A measure may move so much without being said to grow: one connection, one event. */
  private static final double NOISE = 2;

  private final List<Map<String, Double>> looks = new ArrayList<>();

  /** The measures of one look, by name; not a number when there was nothing to measure. */
  synchronized void add(Map<String, Double> look) {
    looks.add(new LinkedHashMap<>(look));
  }

  /** A row for each measure. */
  synchronized List<Map<String, Object>> rows() {
    Set<String> names = new LinkedHashSet<>();
    looks.forEach(look -> names.addAll(look.keySet()));
    int third = Math.max(1, looks.size() / 3);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String name : names) {
      double first = median(name, looks.subList(0, Math.min(third, looks.size())));
      double last = median(name, looks.subList(looks.size() - third, looks.size()));
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("measure", name);
      row.put("first third", first);
      row.put("last third", last);
      row.put("highest", highest(name));
      row.put("grows", grows(first, last) ? "yes" : "no");
      rows.add(row);
    }
    return rows;
  }

  static boolean grows(double first, double last) {
    return last > MORE * first && last - first > NOISE;
  }

  private static double median(String name, List<Map<String, Double>> some) {
    double[] values =
        some.stream()
            .map(look -> look.get(name))
            .filter(Objects::nonNull)
            .filter(value -> !value.isNaN())
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    if (values.length == 0) {
      return Double.NaN;
    }
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  private double highest(String name) {
    return looks.stream()
        .map(look -> look.get(name))
        .filter(Objects::nonNull)
        .filter(value -> !value.isNaN())
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(Double.NaN);
  }
}
