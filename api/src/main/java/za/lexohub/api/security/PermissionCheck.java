package za.lexohub.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds {@link Needs} against the caller's roles, before anything of the request is read. */
public final class PermissionCheck implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && method.getMethodAnnotation(Needs.class) instanceof Needs needs
        && !caller().may(needs.value())) {
      throw new AccessDeniedException(needs.value().name());
    }
    return true;
  }

  static Caller caller() {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof JwtAuthenticationToken token) {
      return Caller.of(token.getToken());
    }
    throw new AccessDeniedException("no token");
  }
}
