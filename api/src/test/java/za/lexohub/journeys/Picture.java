package za.lexohub.journeys;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import za.lexohub.embedded.TestParts;
import za.lexohub.readmodels.redis.RedisConnections;

/** All read models as they stand, in an order of their own and without the time of looking. */
final class Picture {

  static final List<String> INDEXES = List.of("matters", "proformas", "invoices");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Every table under forced row-level security is a read model, but what the bus has told. */
  static List<String> tables() {
    return Sql.column(
        "select relname from pg_class where relforcerowsecurity and relnamespace ="
            + " 'public'::regnamespace and relname <> 'tracked_events' order by 1");
  }

  /** By table, key or index. */
  static Map<String, List<String>> taken() {
    Map<String, List<String>> picture = new TreeMap<>();
    tables().forEach(table -> picture.put("table " + table, Sql.rows(table)));
    picture.putAll(redis());
    for (String alias : INDEXES) {
      picture.put("index " + alias, Wire.documents(alias));
    }
    return picture;
  }

  private static Map<String, List<String>> redis() {
    Map<String, List<String>> picture = new TreeMap<>();
    try (UnifiedJedis redis = RedisConnections.open(URI.create(TestParts.redis().url()), false)) {
      Set<String> keys = new TreeSet<>(redis.keys("workflow:counts:*"));
      keys.addAll(redis.keys("matter:*"));
      for (String key : keys) {
        picture.put("key " + key, value(redis, key));
      }
    }
    return picture;
  }

  private static List<String> value(UnifiedJedis redis, String key) {
    return switch (redis.type(key)) {
      case "set" -> redis.smembers(key).stream().sorted().toList();
      // An entry begins with the version it was learnt at, from an event or from SQL, which knows
      // of later ones that move nothing.
      case "hash" ->
          redis.hgetAll(key).entrySet().stream()
              .map(entry -> entry.getKey() + entry.getValue().replaceFirst("^\\d+", ""))
              .sorted()
              .toList();
      default -> List.of(withoutTimes(redis.get(key)));
    };
  }

  private static String withoutTimes(String text) {
    if (!(JSON.readTree(text) instanceof ObjectNode json)) {
      return text;
    }
    // Of a card the mark and the position say when it was filled.
    return json.without(List.of("asOf", "takenAtMicros", "mark", "position")).toString();
  }

  private Picture() {}
}
