package za.lexohub.api.websocket;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.api.security.SessionClaim;
import za.lexohub.query.live.LiveStreams;
import za.lexohub.role.QueryRole;
import za.lexohub.sessions.Connection;
import za.lexohub.sessions.Connections;
import za.lexohub.sessions.Resume;

/**
 * Lets a WebSocket in: API Gateway asks with the token that the client brought. It is told the
 * changes of its caller's practice from the moment it asks until the token or its session ends, and
 * never for longer than API Gateway keeps a connection. Clients do not call this.
 */
@Hidden
@RestController
@QueryRole
@ConditionalOnProperty("lexohub.websocket.endpoint")
final class SocketOpening {
  /** API Gateway ends every connection by then. */
  private static final Duration LONGEST = Duration.ofHours(2);

  private final GatewayCall gateway;
  private final Connections connections;
  private final LiveStreams streams;

  SocketOpening(SocketProperties properties, Connections connections, LiveStreams streams) {
    this.gateway = new GatewayCall(properties);
    this.connections = connections;
    this.streams = streams;
  }

  @PostMapping("/api/v1/websocket/connect")
  @Needs(Permission.STREAM)
  Map<String, String> connect(HttpServletRequest request, Caller caller) {
    String id = gateway.connection(request);
    if (!caller.may(Permission.READ_BOOKS)) {
      throw Refusal.of(
          ProblemCode.FORBIDDEN, "What was granted is told by GET /api/v1/stream, not here.");
    }
    Instant now = Instant.now();
    // Before it is opened: what happens from now on is told, however late it is found.
    connections.resume(new Resume(id, streams.head(), now));
    connections.open(
        new Connection(
            id,
            caller.tenant().value(),
            caller.subject(),
            SessionClaim.of(request.getUserPrincipal()).orElse(null),
            Set.of(),
            until(request, now)));
    return Map.of();
  }

  private static Instant until(HttpServletRequest request, Instant now) {
    Instant longest = now.plus(LONGEST);
    if (request.getUserPrincipal() instanceof JwtAuthenticationToken token) {
      Instant end = token.getToken().getExpiresAt();
      return end != null && end.isBefore(longest) ? end : longest;
    }
    return now;
  }
}
