package za.lexohub.readmodels.row;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column becomes.
 *
 * @param sql an expression
 * @param reads the names in it: every column that it reads is among them
 * @param entries when it puts entries into a JSON object, and does nothing else
 */
record Assignment(
    String sql, List<@Nullable Object> values, Set<String> reads, @Nullable Entries entries) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

  /** Reads nothing. */
  static Assignment constant(String sql, List<@Nullable Object> values) {
    return new Assignment(sql, values, Set.of(), null);
  }

  static Assignment expression(String sql, List<@Nullable Object> values) {
    Set<String> reads = new TreeSet<>();
    Matcher names = NAME.matcher(sql);
    while (names.find()) {
      reads.add(names.group());
    }
    return new Assignment(sql, values, reads, null);
  }

  static Assignment entries(String column, Entries entries) {
    return new Assignment(entries.sql(column), entries.values(), Set.of(column), entries);
  }

  boolean isConstant() {
    return reads.isEmpty();
  }
}
