package za.lexohub.api.command;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.api.input.BodyLimit;
import za.lexohub.api.input.StrictJson;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.request.ClientNetwork;
import za.lexohub.api.request.Trace;

/** Reads a {@link CommandRequest} off the headers, the address and the body's bytes. */
public final class CommandRequestArgument implements HandlerMethodArgumentResolver {
  private static final String REASON = "X-Actor-Reason";
  private static final Pattern REASON_SHAPE = Pattern.compile("[^\\p{Cntrl}]{1,200}");

  private final JsonMapper canonical =
      StrictJson.mapper()
          .rebuild()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == CommandRequest.class;
  }

  @Override
  public CommandRequest resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request =
        Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    if (request.getQueryString() != null) {
      throw Refusal.of(ProblemCode.INVALID_PARAMETER, "A command takes no parameters.");
    }
    requireOneMediaType(request.getContentType());
    return new CommandRequest(
        request.getMethod(),
        request.getRequestURI(),
        canonical(BodyLimit.body(request)),
        IdempotencyKey.of(request.getHeader(IdempotencyKey.HEADER)).value(),
        VersionTag.expected(request.getHeader(HttpHeaders.IF_MATCH)),
        Trace.of(request),
        reason(request.getHeader(REASON)),
        ClientNetwork.shortened(request.getRemoteAddr()));
  }

  /** Spring takes a range like {@code *&#47;*} for a mistake of ours. */
  private static void requireOneMediaType(@Nullable String contentType) {
    if (contentType != null && contentType.contains("*")) {
      throw Refusal.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: application/json.");
    }
  }

  /** Order of fields and white space do not make another request. */
  private byte[] canonical(byte[] body) {
    try {
      return body.length == 0
          ? body
          : canonical.writeValueAsBytes(canonical.readValue(body, Object.class));
    } catch (JacksonException notJson) {
      // Whoever reads the body next says what is wrong with it, and where.
      return body;
    }
  }

  private static @Nullable String reason(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return null;
    }
    if (!REASON_SHAPE.matcher(header.strip()).matches()) {
      throw Refusal.input(
          ProblemCode.INVALID_HEADER,
          "A reason has at most 200 characters.",
          new InputError(REASON, "length", "is too long"));
    }
    return header.strip();
  }
}
