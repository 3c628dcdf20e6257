package za.lexohub.api.problem;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.api.request.Trace;
import za.lexohub.messages.Rule;

/** Makes problems, for controllers and for the filters before them. */
public final class Problems {
  private final String publicUrl;
  private final JsonMapper json;
  private final MeterRegistry meters;

  public Problems(String publicUrl, JsonMapper json, MeterRegistry meters) {
    this.publicUrl = publicUrl;
    this.json = json;
    this.meters = meters;
  }

  Problem problem(
      HttpServletRequest request, ProblemCode code, String detail, List<InputError> errors) {
    return problem(
        request, code.code(), code.title(), code.status().value(), detail, errors, Map.of());
  }

  ResponseEntity<Problem> rule(
      HttpServletRequest request, Rule rule, String detail, Map<String, Object> facts) {
    Problem problem = problem(request, rule.code(), title(rule), 409, detail, List.of(), facts);
    return entity(problem, new HttpHeaders());
  }

  ResponseEntity<Problem> answer(
      HttpServletRequest request,
      ProblemCode code,
      String detail,
      List<InputError> errors,
      HttpHeaders headers) {
    return entity(problem(request, code, detail, errors), headers);
  }

  /** For filters: writes the whole answer. */
  public void write(
      HttpServletRequest request, HttpServletResponse response, ProblemCode code, String detail)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(code.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response
        .getOutputStream()
        .write(json.writeValueAsBytes(problem(request, code, detail, List.of())));
    response.flushBuffer();
  }

  /** The rule's name as a sentence. */
  static String title(Rule rule) {
    String words = rule.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private Problem problem(
      HttpServletRequest request,
      String code,
      String title,
      int status,
      String detail,
      List<InputError> errors,
      Map<String, Object> facts) {
    if (status >= 500) {
      count(request, code);
    }
    return new Problem(
        publicUrl + "/problems/" + code,
        title,
        status,
        detail,
        Trace.path(request),
        code,
        errors,
        facts,
        Trace.of(request).traceId());
  }

  /** Our faults alone, by the names of the plan's {@code trackError}. */
  private void count(HttpServletRequest request, String code) {
    // The pattern, because a path may hold the token of a public link.
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    meters
        .counter(
            "lexohub.api.errors",
            "Endpoint",
            pattern == null ? "none" : request.getMethod() + " " + pattern,
            "ErrorType",
            code)
        .increment();
  }

  private static ResponseEntity<Problem> entity(Problem problem, HttpHeaders headers) {
    return ResponseEntity.status(HttpStatusCode.valueOf(problem.status()))
        .headers(headers)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
