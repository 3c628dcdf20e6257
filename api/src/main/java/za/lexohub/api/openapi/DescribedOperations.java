package za.lexohub.api.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import za.lexohub.api.command.CommandRequest;
import za.lexohub.api.command.Creates;
import za.lexohub.api.command.NoVersion;
import za.lexohub.api.command.OnlyOne;
import za.lexohub.api.command.Unrecorded;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.reading.Representation;
import za.lexohub.api.reading.Takes;
import za.lexohub.query.export.Format;

/** Adds to each operation what it takes beside its body, and how it refuses. */
final class DescribedOperations implements GlobalOperationCustomizer {
  private static final String PROBLEM = "#/components/schemas/Problem";

  private static final Map<String, String> DESCRIPTIONS =
      Map.of(
          "asOf",
          "As it was recorded at this time; As-Of-Position tells the position of the log.",
          "asOfPosition",
          "As it was after the event of this position of the log.",
          Representation.FORMAT,
          "json, csv, ndjson or parquet; counts for more than Accept.",
          Reads.TOTAL,
          "Whether total is to say how many entries all pages have together.");

  private final Examples examples = Examples.read();

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    String type = method.getBeanType().getSimpleName();
    operation.setOperationId(
        type.substring(0, 1).toLowerCase(Locale.ROOT)
            + type.substring(1)
            + "_"
            + method.getMethod().getName());
    operation.setTags(List.of(tag(method)));
    if (takesCommand(method)) {
      describeCommand(operation, method);
      if (method.hasMethodAnnotation(OnlyOne.class)) {
        describeOnlyOne(operation);
      }
    } else {
      describeRead(operation, method.getMethodAnnotation(Takes.class));
    }
    addExample(operation);
    operation
        .getResponses()
        .addApiResponse("4XX", problem("The request is refused; nothing was changed."))
        .addApiResponse("5XX", problem("It may work later: see Retry-After."));
    return operation;
  }

  private static void describeCommand(Operation operation, HandlerMethod method) {
    add(
        operation,
        header("Idempotency-Key", true, "A fresh UUID; the same one when repeating.")
            .example("3f0c8f3e-52a5-4a6a-9f0e-0a4b8f6f2b11"));
    boolean exists =
        Arrays.stream(method.getMethodParameters())
            .anyMatch(
                p ->
                    p.hasParameterAnnotation(PathVariable.class)
                        && p.getParameterType() == UUID.class);
    boolean creates =
        method.hasMethodAnnotation(Creates.class)
            || !method.hasMethodAnnotation(NoVersion.class)
                && Arrays.stream(method.getMethodParameters())
                    .noneMatch(p -> p.hasParameterAnnotation(PathVariable.class));
    if (exists && !creates && !method.hasMethodAnnotation(NoVersion.class)) {
      add(operation, header("If-Match", true, "The ETag of what was read.").example("\"v1\""));
    }
    boolean recorded = !method.hasMethodAnnotation(Unrecorded.class);
    ApiResponse done = recorded ? operation.getResponses().remove("200") : null;
    if (done != null) {
      done.description(creates ? "Created." : "Done.")
          .addHeaderObject("ETag", said("The version, for If-Match of the next command."))
          .addHeaderObject("Consistency-Token", said("For reads that must see this."))
          .addHeaderObject("Idempotency-Replayed", said("true when it was done before."));
      if (creates) {
        done.addHeaderObject("Location", said("Where it is read."));
      }
      operation.getResponses().addApiResponse(creates ? "201" : "200", done);
    }
    add(operation, header("X-Correlation-Id", false, "Kept in the log with what happens."));
    add(operation, header("X-Actor-Reason", false, "Why; kept in the log. Name no person."));
  }

  private void addExample(Operation operation) {
    RequestBody body = operation.getRequestBody();
    if (body == null || body.getContent() == null) {
      return;
    }
    for (MediaType content : body.getContent().values()) {
      Schema<?> schema = content.getSchema();
      examples
          .of(operation.getOperationId(), schema == null ? null : schema.get$ref())
          .ifPresent(content::setExample);
    }
  }

  private static void describeRead(Operation operation, @Nullable Takes takes) {
    add(operation, header("Consistency-Token", false, "Of a command whose effect must be seen."));
    add(operation, header("Prefer", false, "How long to wait for it.").example("wait=2"));
    if (takes == null) {
      return;
    }
    if (List.of(takes.value()).contains(Representation.FORMAT)) {
      describeFormats(operation);
    }
    for (String name : takes.value()) {
      if (name.endsWith("[]")) {
        String field = name.substring(0, name.length() - 2);
        add(operation, query(field + "[gte]", "From here on."));
        add(operation, query(field + "[lt]", "Before this; [gt] and [lte] as well."));
      } else {
        add(operation, query(name, DESCRIPTIONS.get(name)));
      }
    }
    if (takes.list()) {
      IntegerSchema limit = new IntegerSchema();
      limit.setMinimum(BigDecimal.ONE);
      limit.setMaximum(BigDecimal.valueOf(500));
      limit.setDefault(50);
      add(operation, query("limit", null).schema(limit));
      add(operation, query("after", "nextCursor of the page before."));
      add(
          operation,
          query(
              "sort",
              "One of " + String.join(", ", takes.sorts()) + "; - in front for descending order."));
    }
  }

  private static void describeFormats(Operation operation) {
    ApiResponse done =
        operation.getResponses().computeIfAbsent("200", it -> new ApiResponse().description("OK"));
    Content content = done.getContent() == null ? new Content() : done.getContent();
    for (Format format : Format.values()) {
      Schema<?> schema =
          format == Format.PARQUET ? new StringSchema().format("binary") : new StringSchema();
      content.putIfAbsent(format.mediaType(), new MediaType().schema(schema));
    }
    done.content(content)
        .addHeaderObject("As-Of-Position", said("Every event up to it is in a file."));
  }

  private static void describeOnlyOne(Operation operation) {
    add(operation, header("If-Match", true, "The ETag of what was read.").example("\"v1\""));
    ApiResponse done = operation.getResponses().remove("201");
    if (done != null) {
      done.description("Done.").getHeaders().remove("Location");
      operation.getResponses().addApiResponse("200", done);
    }
  }

  private static boolean takesCommand(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(p -> p.getParameterType() == CommandRequest.class);
  }

  private static String tag(HandlerMethod method) {
    String[] packages = method.getBeanType().getPackageName().split("\\.");
    return packages[packages.length - 1];
  }

  private static void add(Operation operation, Parameter parameter) {
    operation.addParametersItem(parameter);
  }

  private static Parameter header(String name, boolean required, String description) {
    return new Parameter()
        .in("header")
        .name(name)
        .required(required)
        .description(description)
        .schema(new StringSchema());
  }

  private static Header said(String description) {
    return new Header().description(description).schema(new StringSchema());
  }

  private static Parameter query(String name, @Nullable String description) {
    return new Parameter()
        .in("query")
        .name(name)
        .description(description)
        .schema(new StringSchema());
  }

  private static ApiResponse problem(String description) {
    return new ApiResponse()
        .description(description)
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType().schema(new Schema<>().$ref(PROBLEM))));
  }
}
