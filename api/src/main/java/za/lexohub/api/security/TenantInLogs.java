package za.lexohub.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.HandlerInterceptor;
import za.lexohub.api.request.TraceFilter;

/** Lets the log lines of a request say whose books it is about, as soon as that is known. */
public final class TenantInLogs implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof JwtAuthenticationToken token) {
      MDC.put(TraceFilter.TENANT, Caller.of(token.getToken()).tenant().value());
    }
    return true;
  }
}
