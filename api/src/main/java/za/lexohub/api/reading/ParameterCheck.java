package za.lexohub.api.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;

/** Refuses parameters that a read does not know: a misspelt filter must not widen an answer. */
public final class ParameterCheck implements HandlerInterceptor {
  static final Set<String> LIST = Set.of("limit", "after", "sort");
  static final Set<String> BOUNDS = Set.of("gte", "gt", "lte", "lt");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && "GET".equals(request.getMethod())) {
      Set<String> allowed = allowed(method.getMethodAnnotation(Takes.class));
      for (String given : request.getParameterMap().keySet()) {
        if (!allowed.contains(given)) {
          throw Refusal.input(
              ProblemCode.INVALID_PARAMETER,
              why(given, allowed),
              new InputError(given, "unknown-field", "is not known here"));
        }
      }
    }
    return true;
  }

  private static String why(String given, Set<String> allowed) {
    if (given.startsWith("asOf")) {
      return "This is known only as it is now. The past is kept of a matter, a pro forma and an"
          + " invoice, of exports of these, of the ledger and of payments, and of the reports"
          + " ageing, outstanding, revenue and vat.";
    }
    return allowed.isEmpty()
        ? "This read takes no parameters."
        : "Known parameters: " + String.join(", ", allowed) + ".";
  }

  static Set<String> allowed(@Nullable Takes takes) {
    Set<String> allowed = new TreeSet<>();
    if (takes != null) {
      Stream.of(takes.value()).flatMap(ParameterCheck::names).forEach(allowed::add);
      if (takes.list()) {
        allowed.addAll(LIST);
      }
    }
    return allowed;
  }

  private static Stream<String> names(String declared) {
    return declared.endsWith("[]")
        ? BOUNDS.stream().map(bound -> declared.replace("[]", "[" + bound + "]"))
        : Stream.of(declared);
  }
}
