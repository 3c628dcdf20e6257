package za.lexohub.api.audit;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Cursors;
import za.lexohub.api.reading.Listing;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.audit.AuditTrail;
import za.lexohub.audit.AuditTrail.EventFilter;
import za.lexohub.audit.AuditTrail.EventPage;
import za.lexohub.audit.AuditTrail.HistoryPage;
import za.lexohub.audit.AuditTrail.LoggedEvent;
import za.lexohub.role.QueryRole;

/** Shows the log and what its events changed. Read from the log itself, so it is never behind. */
@RestController
@QueryRole
@RequestMapping("/api/v1/audit")
public final class AuditReads {
  private static final String NDJSON = "application/x-ndjson";
  private static final String EVENTS = "audit-events ";
  private static final String HISTORY = "audit-history ";

  private final AuditTrail trail;
  private final Cursors cursors;

  AuditReads(AuditTrail trail, Cursors cursors) {
    this.trail = trail;
    this.cursors = cursors;
  }

  /** A page; or, when NDJSON is accepted, everything at once. */
  @GetMapping(
      path = "/events",
      produces = {MediaType.APPLICATION_JSON_VALUE, NDJSON})
  @Needs(Permission.AUDIT)
  @Takes({
    "aggregateType",
    "aggregateId",
    "type",
    "actor",
    "correlationId",
    "from",
    "to",
    "fromPosition",
    "toPosition",
    "limit",
    "after"
  })
  @Nullable ResponseEntity<Listing<LoggedEvent>> events(
      HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
    Parameters given = new Parameters(request);
    EventFilter filter =
        new EventFilter(
            given.text("aggregateType"),
            given.text("aggregateId"),
            Set.copyOf(given.texts("type")),
            given.text("actor"),
            given.text("correlationId"),
            given.instant("from"),
            given.instant("to"),
            given.position("fromPosition"),
            given.position("toPosition"));
    int limit = given.limit();
    Long after = after(given, EVENTS);
    if (wantsLines(request)) {
      Download.send(response, NDJSON, "events.ndjson", trail.export(caller.tenant(), filter));
      return null;
    }
    EventPage page = trail.events(caller.tenant(), filter, after == null ? 0 : after, limit);
    return ok().body(new Listing<>(page.entries(), next(EVENTS, page.next())));
  }

  /** The event as a proof is checked against it. */
  @GetMapping(path = "/events/{eventId}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Permission.AUDIT)
  @ApiResponse(
      responseCode = "200",
      description = "One line of an export.",
      content = @Content(schema = @Schema(implementation = LoggedEvent.class)))
  ResponseEntity<String> event(Caller caller, @PathVariable UUID eventId) {
    return ok().body(trail.event(caller.tenant(), eventId).orElseThrow(AuditReads::nothing));
  }

  /** What happened to one thing, who did it, why, and what it changed. */
  @GetMapping("/aggregates/{id}/history")
  @Needs(Permission.AUDIT)
  @Takes({"limit", "after"})
  ResponseEntity<History> history(
      HttpServletRequest request, Caller caller, @PathVariable String id) {
    Parameters given = new Parameters(request);
    int limit = given.limit();
    Long after = after(given, HISTORY + id + " ");
    HistoryPage page =
        trail
            .history(caller.tenant(), id, after == null ? -1 : after, limit)
            .orElseThrow(AuditReads::nothing);
    return ok().body(
            new History(
                id, page.aggregateType(), page.entries(), next(HISTORY + id + " ", page.next())));
  }

  private static boolean wantsLines(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept == null) {
      return false;
    }
    List<MediaType> accepted = MediaType.parseMediaTypes(accept);
    MediaType lines = MediaType.parseMediaType(NDJSON);
    return accepted.stream().anyMatch(type -> type.equalsTypeAndSubtype(lines));
  }

  private @Nullable Long after(Parameters given, String list) {
    String cursor = cursors.readText(given.text("after", Cursors.MAX_LENGTH));
    if (cursor == null) {
      return null;
    }
    if (!cursor.startsWith(list)) {
      throw Cursors.invalid();
    }
    return Long.valueOf(cursor.substring(list.length()));
  }

  private @Nullable String next(String list, @Nullable Long position) {
    return position == null ? null : cursors.writeText(list + position);
  }

  private static ResponseEntity.BodyBuilder ok() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate());
  }

  private static Refusal nothing() {
    return Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address.");
  }
}
