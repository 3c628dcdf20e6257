package za.lexohub.api.projections;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import za.lexohub.api.reading.Reads;
import za.lexohub.query.projections.ProjectionQueries;
import za.lexohub.role.QueryRole;

/**
 * Says in {@code Projection-Lag} how many events the log has after the {@code Projection-Position}
 * of an answer. One place for all reads: what tells its position tells its lag, unless the log
 * cannot be asked now: an answer that is there goes out all the same.
 */
@RestControllerAdvice
@QueryRole
final class ProjectionLag implements ResponseBodyAdvice<Object> {
  private static final Logger log = LoggerFactory.getLogger(ProjectionLag.class);
  static final String HEADER = "Projection-Lag";

  private final ProjectionQueries projections;

  ProjectionLag(ProjectionQueries projections) {
    this.projections = projections;
  }

  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    String position = response.getHeaders().getFirst(Reads.POSITION);
    // A refusal says how far it has come, too, and perhaps because the log cannot be asked.
    if (position != null && !MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(type)) {
      try {
        response.getHeaders().set(HEADER, Long.toString(projections.lag(Long.parseLong(position))));
      } catch (RuntimeException e) {
        log.debug("The answer goes out without its lag", e);
      }
    }
    return body;
  }
}
