package za.lexohub.readmodels.row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries on their way into a column that holds a JSON object: those that are put over what an
 * equal key held, and those whose fields are laid over it.
 */
final class Entries {

  /** Numbers stay as they are written. */
  private static final JsonMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Map<String, JsonNode> put = new LinkedHashMap<>();
  private final Map<String, JsonNode> laid = new LinkedHashMap<>();

  private Entries() {}

  static Entries put(String key, String json) {
    Entries entries = new Entries();
    entries.put.put(key, EXACT.readTree(json));
    return entries;
  }

  static Entries laid(String key, String json) {
    Entries entries = new Entries();
    entries.laid.put(key, EXACT.readTree(json));
    return entries;
  }

  /** What becomes of a column with these and then the others; empty when that cannot be told. */
  Optional<Entries> then(Entries next) {
    Entries both = new Entries();
    both.put.putAll(put);
    both.laid.putAll(laid);
    for (var entry : next.put.entrySet()) {
      both.laid.remove(entry.getKey());
      both.put.put(entry.getKey(), entry.getValue());
    }
    for (var entry : next.laid.entrySet()) {
      Map<String, JsonNode> there = both.put.containsKey(entry.getKey()) ? both.put : both.laid;
      JsonNode before = there.get(entry.getKey());
      if (before == null) {
        there.put(entry.getKey(), entry.getValue());
      } else if (before instanceof ObjectNode under
          && entry.getValue() instanceof ObjectNode over) {
        there.put(entry.getKey(), under.deepCopy().setAll(over));
      } else {
        // Of arrays and single values PostgreSQL makes something else.
        return Optional.empty();
      }
    }
    return Optional.of(both);
  }

  /** What becomes of an object that is known; empty when that cannot be told. */
  Optional<String> in(String json) {
    if (!(EXACT.readTree(json) instanceof ObjectNode object)) {
      return Optional.empty();
    }
    Entries there = new Entries();
    object.properties().forEach(entry -> there.put.put(entry.getKey(), entry.getValue()));
    // What is laid over nothing is laid over an empty entry.
    laid.keySet().forEach(key -> there.put.putIfAbsent(key, EXACT.createObjectNode()));
    return there.then(this).map(all -> EXACT.writeValueAsString(all.put));
  }

  String sql(String column) {
    String sql = column + " || cast(? as jsonb)";
    return laid.isEmpty()
        ? sql
        : sql
            + " || (select coalesce(jsonb_object_agg(laid.key, coalesce("
            + column
            + " -> laid.key, '{}') || laid.value), '{}') from jsonb_each(cast(? as jsonb)) laid)";
  }

  List<@Nullable Object> values() {
    String first = EXACT.writeValueAsString(put);
    return laid.isEmpty() ? List.of(first) : List.of(first, EXACT.writeValueAsString(laid));
  }
}
