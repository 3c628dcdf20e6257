package za.lexohub.api.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.api.security.SessionClaim;
import za.lexohub.api.session.OwnSessions.OwnSession;
import za.lexohub.role.QueryRole;
import za.lexohub.sessions.Session;
import za.lexohub.sessions.Sessions;

/** Shows somebody where they are logged in. */
@RestController
@QueryRole
public final class SessionReads {
  private final ObjectProvider<Sessions> sessions;

  SessionReads(ObjectProvider<Sessions> sessions) {
    this.sessions = sessions;
  }

  @GetMapping("/api/v1/sessions")
  @Needs(Permission.OWN_SESSIONS)
  ResponseEntity<OwnSessions> mine(HttpServletRequest request, Caller caller) {
    String current = SessionClaim.of(request.getUserPrincipal()).orElse("");
    Sessions kept = sessions.getIfAvailable();
    List<Session> mine =
        kept == null ? List.of() : OwnSessions.ask(() -> kept.of(caller.subject()));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new OwnSessions(
                mine.stream().map(session -> OwnSession.of(session, current)).toList()));
  }
}
