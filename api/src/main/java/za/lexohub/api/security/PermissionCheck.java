package za.lexohub.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Holds {@link Needs} against the caller's roles, before anything of the request is read. What
 * names no permission is given to nobody.
 */
public final class PermissionCheck implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)) {
      throw new AccessDeniedException("not a controller");
    }
    Needs needs = method.getMethodAnnotation(Needs.class);
    if (needs == null ? !isOpen(method.getBeanType()) : !caller().may(needs.value())) {
      throw new AccessDeniedException(needs == null ? "no permission named" : needs.value().name());
    }
    return true;
  }

  /** Spring's own answer to {@code OPTIONS} is of no controller and tells only methods. */
  private static boolean isOpen(Class<?> type) {
    return AnnotatedElementUtils.hasAnnotation(type, NeedsNoLogin.class)
        || !AnnotatedElementUtils.hasAnnotation(type, Controller.class);
  }

  static Caller caller() {
    return Caller.current().orElseThrow(() -> new AccessDeniedException("no token"));
  }
}
