package za.lexohub.api.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bodies that the edge takes, by the id of the operation or the name of the body's schema. A test
 * sends every one of them.
 */
final class Examples {
  private final Map<String, Object> bodies;

  private Examples(Map<String, Object> bodies) {
    this.bodies = bodies;
  }

  static Examples read() {
    try (InputStream json = Examples.class.getResourceAsStream("examples.json")) {
      if (json == null) {
        throw new IllegalStateException("examples.json is missing");
      }
      return new Examples(new JsonMapper().readValue(json, new TypeReference<>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param schema a reference to the body's schema, when it has a name
   */
  Optional<Object> of(String operationId, @Nullable String schema) {
    Object own = bodies.get(operationId);
    return Optional.ofNullable(
        own != null || schema == null
            ? own
            : bodies.get(schema.substring(schema.lastIndexOf('/') + 1)));
  }
}
