package za.lexohub.readmodels.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column becomes.
 *
 * @param sql an expression over the row as it was
 * @param isConstant when it reads nothing of the row
 * @param entries when it puts entries into a JSON object, and does nothing else
 */
record Assignment(
    String sql, List<@Nullable Object> values, boolean isConstant, @Nullable Entries entries) {

  private static final String JSON = "cast(? as jsonb)";

  /** A text, a name, a parameter, or anything else. */
  private static final Pattern TOKEN =
      Pattern.compile("'[^']*'|[A-Za-z_][A-Za-z_0-9]*|.", Pattern.DOTALL);

  /** Names in expressions that are no columns. */
  private static final Set<String> WORDS =
      Set.of(
          "coalesce",
          "greatest",
          "cast",
          "as",
          "case",
          "when",
          "then",
          "else",
          "end",
          "is",
          "not",
          "null",
          "true",
          "false",
          "jsonb",
          "timestamptz");

  static Assignment constant(String sql, List<@Nullable Object> values) {
    return new Assignment(sql, values, true, null);
  }

  /** JSON as it is. */
  static Assignment json(@Nullable String json) {
    List<@Nullable Object> value = new ArrayList<>();
    value.add(json);
    return constant(JSON, value);
  }

  static Assignment expression(String sql, List<@Nullable Object> values) {
    return new Assignment(sql, values, false, null);
  }

  static Assignment entries(String column, Entries entries) {
    return new Assignment(entries.sql(column), entries.values(), false, entries);
  }

  /**
   * The same in one statement with what was assigned before it: what it reads of that is put in its
   * place. Empty when that cannot be done.
   *
   * @param isNew when there is no row yet, only what was assigned
   */
  Optional<Assignment> after(Map<String, Assignment> before, String column, boolean isNew) {
    if (isConstant) {
      return Optional.of(this);
    }
    if (entries == null) {
      return expressionAfter(before, isNew);
    }
    Assignment there = before.get(column);
    if (there == null) {
      return isNew ? Optional.empty() : Optional.of(this);
    }
    if (there.entries != null) {
      return there.entries.then(entries).map(both -> entries(column, both));
    }
    return there.sql.equals(JSON) && there.values.getFirst() instanceof String json
        ? entries.in(json).map(Assignment::json)
        : Optional.empty();
  }

  private Optional<Assignment> expressionAfter(Map<String, Assignment> before, boolean isNew) {
    StringBuilder said = new StringBuilder();
    List<@Nullable Object> with = new ArrayList<>();
    int parameter = 0;
    Matcher tokens = TOKEN.matcher(sql);
    while (tokens.find()) {
      String token = tokens.group();
      Assignment there = before.get(token);
      if (there != null) {
        if (!there.isConstant
            || there.values.stream().anyMatch(Objects::isNull)
            || sql.contains("select")) {
          return Optional.empty();
        }
        said.append('(').append(there.sql).append(')');
        there.values.forEach(value -> with.add(value instanceof Integer n ? n.longValue() : value));
        continue;
      }
      if (token.equals("?")) {
        with.add(values.get(parameter++));
      } else if (isNew
          && Character.isLetter(token.charAt(0))
          && !WORDS.contains(token.toLowerCase(Locale.ROOT))) {
        return Optional.empty();
      }
      said.append(token);
    }
    return Optional.of(new Assignment(said.toString(), with, isNew, null));
  }
}
