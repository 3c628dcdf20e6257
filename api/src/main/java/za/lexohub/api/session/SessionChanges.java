package za.lexohub.api.session;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.command.CommandRequest;
import za.lexohub.api.command.NoVersion;
import za.lexohub.api.command.Unrecorded;
import za.lexohub.api.input.Nothing;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.api.security.SessionClaim;
import za.lexohub.messages.NotFound;
import za.lexohub.role.CommandRole;
import za.lexohub.sessions.Sessions;

/** Ends one's own sessions. Who repeats it changes nothing more, so no answer is kept for a key. */
@RestController
@CommandRole
@RequestMapping("/api/v1/sessions")
public final class SessionChanges {
  private final ObjectProvider<Sessions> sessions;

  SessionChanges(ObjectProvider<Sessions> sessions) {
    this.sessions = sessions;
  }

  /**
   * What came of it.
   *
   * @param ended how many sessions no longer let in
   */
  record Ended(int ended) {}

  @PostMapping("/{id}/revoke")
  @Needs(Permission.OWN_SESSIONS)
  @NoVersion
  @Unrecorded
  ResponseEntity<Ended> revoke(
      Caller caller,
      CommandRequest request,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Nothing body) {
    Sessions kept = sessions.getIfAvailable();
    if (kept == null || !OwnSessions.ask(() -> kept.revoke(caller.subject(), id))) {
      throw new NotFound("You have no such session.");
    }
    return ResponseEntity.ok(new Ended(1));
  }

  /** All but the one that asks. */
  @PostMapping("/revoke-others")
  @Needs(Permission.OWN_SESSIONS)
  @NoVersion
  @Unrecorded
  ResponseEntity<Ended> revokeOthers(
      HttpServletRequest asking,
      Caller caller,
      CommandRequest request,
      @RequestBody(required = false) @Nullable Nothing body) {
    String current = SessionClaim.of(asking.getUserPrincipal()).orElse("");
    Sessions kept = sessions.getIfAvailable();
    return ResponseEntity.ok(
        new Ended(
            kept == null
                ? 0
                : OwnSessions.ask(() -> kept.revokeOthers(caller.subject(), current))));
  }
}
