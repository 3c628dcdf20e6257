package za.lexohub.api.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import za.lexohub.api.problem.Problem;

/** Describes the problem that every operation may answer with. */
final class ProblemSchemas implements GlobalOpenApiCustomizer {
  @Override
  public void customise(OpenAPI api) {
    ModelConverters.getInstance(true)
        .readAll(Problem.class)
        .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
  }
}
