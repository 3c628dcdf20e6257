package za.lexohub.api.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import za.lexohub.api.problem.Problem;

/**
 * Adds the problem, makes the kinds of a pro forma say their kind without a circle, and says where
 * any JSON may stand.
 */
final class Schemas implements GlobalOpenApiCustomizer {
  private static final Map<String, String> KINDS =
      Map.of("NewProFormaLink", "LINK", "NewProFormaDraft", "DRAFT");

  @Override
  public void customise(OpenAPI api) {
    ModelConverters.getInstance(true)
        .readAll(Problem.class)
        .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
    Schema<?> union = api.getComponents().getSchemas().get("NewProForma");
    if (union != null) {
      union.setProperties(null);
      union.setRequired(null);
    }
    KINDS.forEach((name, kind) -> untangle(api, name, kind));
    anything(api, "AuditTrailChange", "from");
    anything(api, "AuditTrailChange", "to");
    Schema<?> happening = api.getComponents().getSchemas().get("AuditTrailHappening");
    if (happening != null) {
      happening.getProperties().get("data").setAdditionalProperties(true);
    }
  }

  private static void anything(OpenAPI api, String name, String field) {
    Schema<?> schema = api.getComponents().getSchemas().get(name);
    if (schema != null) {
      schema.addProperty(field, new Schema<>().description("Any JSON value."));
    }
  }

  private static void untangle(OpenAPI api, String name, String kind) {
    Schema<?> tangled = api.getComponents().getSchemas().get(name);
    if (tangled == null || tangled.getAllOf() == null) {
      return;
    }
    for (Schema<?> part : tangled.getAllOf()) {
      if (part.getProperties() != null) {
        tangled.setProperties(part.getProperties());
      }
    }
    tangled.setAllOf(null);
    tangled.addType("object");
    StringSchema discriminator = new StringSchema();
    discriminator.addEnumItem(kind);
    tangled.addProperty("kind", discriminator);
    List<String> required = new ArrayList<>(List.of("kind"));
    required.addAll(tangled.getRequired() == null ? List.of() : tangled.getRequired());
    tangled.setRequired(required);
  }
}
