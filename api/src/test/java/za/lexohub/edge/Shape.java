package za.lexohub.edge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Holds JSON against a schema of the description. Of a field that is not required the description
 * says that it may have no value, which answers write as null.
 */
public final class Shape {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private final Description description;
  private final List<String> faults = new ArrayList<>();

  private Shape(Description description) {
    this.description = description;
  }

  /** What is not as described, each with its place; empty when all is. */
  public static List<String> faults(Description description, JsonNode schema, JsonNode value) {
    Shape shape = new Shape(description);
    shape.compare(schema, value, "");
    return shape.faults;
  }

  private void compare(JsonNode described, JsonNode value, String at) {
    JsonNode schema = description.resolved(described);
    if (schema.has("oneOf")) {
      oneOf(schema, value, at);
      return;
    }
    if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
      wrong(at, value + " is none of " + schema.path("enum"));
    }
    String type = schema.path("type").asString(schema.has("properties") ? "object" : "");
    boolean fits =
        switch (type) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isString() && isFormatted(schema, value.asString());
          case "integer" -> value.isIntegralNumber() && isInRange(schema, value);
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          case "" -> true;
          default -> false;
        };
    if (!fits) {
      wrong(at, value + " is no " + type + " " + schema.path("format").asString(""));
    } else if (value.isObject()) {
      fields(schema, value, at);
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        compare(schema.path("items"), value.path(i), at + "/" + i);
      }
    }
  }

  private void oneOf(JsonNode schema, JsonNode value, String at) {
    if (schema
        .path("oneOf")
        .valueStream()
        .noneMatch(it -> faults(description, it, value).isEmpty())) {
      wrong(at, value + " is none of the shapes");
    }
  }

  private void fields(JsonNode schema, JsonNode value, String at) {
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asString())) {
        wrong(at, "lacks " + required.asString());
      }
    }
    JsonNode properties = schema.path("properties");
    JsonNode others = schema.path("additionalProperties");
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      String place = at + "/" + field.getKey();
      if (field.getValue().isNull()
          && properties.has(field.getKey())
          && !isRequired(schema, field.getKey())) {
        continue;
      }
      if (properties.has(field.getKey())) {
        compare(properties.path(field.getKey()), field.getValue(), place);
      } else if (others.isObject()) {
        compare(others, field.getValue(), place);
      } else if (!others.asBoolean(false) && (schema.has("properties") || schema.has("type"))) {
        wrong(place, "is not described");
      }
    }
  }

  private static boolean isRequired(JsonNode schema, String field) {
    return schema.path("required").valueStream().anyMatch(it -> it.asString().equals(field));
  }

  private static boolean isInRange(JsonNode schema, JsonNode value) {
    return schema.path("format").asString("").equals("int32")
        ? value.canConvertToInt()
        : value.canConvertToLong();
  }

  private static boolean isFormatted(JsonNode schema, String text) {
    try {
      return switch (schema.path("format").asString("")) {
        case "uuid" -> UUID.fromString(text).toString().equalsIgnoreCase(text);
        case "date" -> LocalDate.parse(text).toString().equals(text);
        case "date-time" -> OffsetDateTime.parse(text).getYear() > 0;
        case "email" -> EMAIL.matcher(text).matches();
        default -> true;
      };
    } catch (DateTimeException | IllegalArgumentException e) {
      return false;
    }
  }

  private void wrong(String at, String what) {
    faults.add(
        (at.isEmpty() ? "/" : at) + ": " + (what.length() > 200 ? what.substring(0, 200) : what));
  }
}
