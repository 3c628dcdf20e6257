package za.lexohub.audit.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import za.lexohub.audit.AuditTrail.Change;

/**
 * What has to be done to one state to get the other: the smallest values that differ, each with its
 * JSON Pointer. A part that is there on one side only is one change.
 */
final class Difference {

  private final List<Change> changes = new ArrayList<>();

  static List<Change> between(Map<String, ?> before, Map<String, ?> after) {
    Difference difference = new Difference();
    difference.compare("", before, after);
    return difference.changes;
  }

  private void compare(String path, @Nullable Object before, @Nullable Object after) {
    if (before instanceof Map<?, ?> from && after instanceof Map<?, ?> to) {
      Set<Object> names = new LinkedHashSet<>(to.keySet());
      names.addAll(from.keySet());
      for (Object name : names) {
        compare(path + "/" + segment(name), from.get(name), to.get(name));
      }
    } else if (before instanceof List<?> from && after instanceof List<?> to) {
      for (int i = 0; i < Math.max(from.size(), to.size()); i++) {
        compare(
            path + "/" + i, i < from.size() ? from.get(i) : null, i < to.size() ? to.get(i) : null);
      }
    } else if (!Objects.equals(before, after)) {
      changes.add(new Change(path, before, after));
    }
  }

  private static String segment(Object name) {
    return name.toString().replace("~", "~0").replace("/", "~1");
  }

  private Difference() {}
}
