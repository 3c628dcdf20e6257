package za.lexohub.api.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import za.lexohub.api.command.CommandRequest;
import za.lexohub.api.security.Caller;

/** The parts of the description that no single controller says. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
  static final String BEARER = "bearer";

  @Bean
  OpenAPI openApi() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, CommandRequest.class);
    return new OpenAPI()
        .info(
            new Info()
                .title("LexoHub")
                .version("v1")
                .description(
                    "The financial work of South African advocates, from the request for a pro"
                        + " forma to the paid invoice. Commands are POSTs whose last segment is a"
                        + " verb; they take an Idempotency-Key and, for what exists, If-Match."
                        + " Money is whole cents."
                        + " In an answer a field without a value is null.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .servers(List.of(new Server().url("/").description("This server")))
        .components(
            new Components()
                .addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("Claims tenant and roles are required.")))
        .addSecurityItem(new SecurityRequirement().addList(BEARER));
  }

  @Bean
  GlobalOperationCustomizer describedOperations() {
    return new DescribedOperations();
  }

  @Bean
  GlobalOpenApiCustomizer schemas() {
    return new Schemas();
  }

  @Bean
  ModelResolver modelResolver(ObjectMapperProvider mappers) {
    return new ModelResolver(mappers.jsonMapper(), new NestedNames());
  }
}
