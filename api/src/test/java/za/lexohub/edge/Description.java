package za.lexohub.edge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The API as it describes itself: what can be asked under {@code /api/v1}, and with which body. */
public final class Description {
  private static final String API = "/api/v1/";

  private final JsonNode api;

  public Description(JsonNode api) {
    this.api = api;
  }

  /**
   * A body that is right.
   *
   * @param schema what it is an example of, resolved
   */
  public record Body(JsonNode example, JsonNode schema) {}

  /**
   * One method at one address.
   *
   * @param path with its variables in braces
   * @param bodies one for each shape that it takes; an empty object where it needs none
   */
  public record Operation(
      String method, String path, List<Body> bodies, boolean takesKey, boolean takesVersion) {

    public boolean hasVariable() {
      return path.contains("{");
    }

    public boolean isRead() {
      return method.equals("GET");
    }

    public String verb() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Without the common part, as {@code matters/{id}/close}. */
    public String address() {
      return path.substring(API.length());
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      if (path.getKey().startsWith(API)) {
        for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
          operations.add(operation(path.getKey(), method.getKey(), method.getValue()));
        }
      }
    }
    return operations;
  }

  /** The one that a request was for, if any. */
  public Optional<Operation> operation(String method, String path) {
    return operations().stream()
        .filter(it -> it.method().equals(method))
        .filter(it -> path.matches(it.path().replaceAll("\\{[^}]+}", "[^/]+")))
        .min(Comparator.comparingLong(it -> it.path().chars().filter(c -> c == '{').count()));
  }

  /**
   * The schema of an answer; missing where none is described.
   *
   * @param mediaType without its parameters
   */
  public JsonNode answer(Operation operation, int status, String mediaType) {
    JsonNode content =
        api.path("paths")
            .path(operation.path())
            .path(operation.method().toLowerCase(Locale.ROOT))
            .path("responses")
            .path(Integer.toString(status))
            .path("content");
    return content.properties().stream()
        .filter(it -> it.getKey().replaceAll(";.*", "").equals(mediaType))
        .map(it -> it.getValue().path("schema"))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private Operation operation(String path, String method, JsonNode said) {
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        bodies(said.path("requestBody").path("content").path("application/json")),
        demands(said, "Idempotency-Key"),
        demands(said, "If-Match"));
  }

  private List<Body> bodies(JsonNode content) {
    JsonNode schema = resolved(content.path("schema"));
    if (schema.has("oneOf")) {
      return StreamSupport.stream(schema.path("oneOf").spliterator(), false)
          .map(this::resolved)
          .map(variant -> new Body(variant.path("example"), variant))
          .toList();
    }
    JsonNode example = content.has("example") ? content.path("example") : schema.path("example");
    return List.of(
        new Body(
            example.isMissingNode() ? JsonNodeFactory.instance.objectNode() : example, schema));
  }

  private static boolean demands(JsonNode said, String header) {
    return StreamSupport.stream(said.path("parameters").spliterator(), false)
        .anyMatch(
            it ->
                it.path("name").asString("").equals(header)
                    && it.path("required").asBoolean(false));
  }

  /** What a schema refers to, or itself; with the properties of all its parts. */
  public JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    JsonNode found = reference.isEmpty() ? schema : resolved(api.at(reference.substring(1)));
    return found.has("allOf") ? merged(found) : found;
  }

  private JsonNode merged(JsonNode schema) {
    ObjectNode merged = ((ObjectNode) schema).deepCopy();
    ObjectNode properties = merged.putObject("properties");
    for (JsonNode part : schema.path("allOf")) {
      resolved(part).path("properties").properties().stream()
          .forEach(it -> properties.set(it.getKey(), it.getValue()));
    }
    merged.remove("allOf");
    return merged;
  }
}
