package za.lexohub.api.audit;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Cursors;
import za.lexohub.api.reading.Download;
import za.lexohub.api.reading.Listing;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Reads;
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
  private static final Duration EXPORTED = Duration.ofSeconds(10);

  private final AuditTrail trail;
  private final Cursors cursors;
  private final Reads reads;

  AuditReads(AuditTrail trail, Cursors cursors, Reads reads) {
    this.trail = trail;
    this.cursors = cursors;
    this.reads = reads;
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
    if (wantsLines(request)) {
      whole(given, "limit");
      whole(given, "after");
      export(request, response, caller, filter);
      return null;
    }
    int limit = given.limit();
    String list = EVENTS + fingerprint(caller, filter) + " ";
    Long after = after(given, list);
    EventPage page = trail.events(caller.tenant(), filter, after == null ? 0 : after, limit);
    String next = next(list, page.next());
    return reads.page(request, next, new Listing<>(page.entries(), next));
  }

  /** An export has no pages: what would be ignored is refused. */
  private static void whole(Parameters given, String name) {
    if (given.text(name, Cursors.MAX_LENGTH) != null) {
      throw Refusal.input(
          ProblemCode.INVALID_PARAMETER,
          "NDJSON has all events at once; narrow it by filters, for example by fromPosition.",
          new InputError(name, "invalid-value", "is not for NDJSON"));
    }
  }

  private void export(
      HttpServletRequest request, HttpServletResponse response, Caller caller, EventFilter filter)
      throws IOException {
    try {
      Download.send(
          request,
          response,
          NDJSON,
          "events.ndjson",
          trail.export(caller.tenant(), filter)::writeTo);
    } catch (AuditTrail.Busy busy) {
      throw Refusal.later(ProblemCode.UNAVAILABLE, "Others are exporting.", EXPORTED);
    }
  }

  /** Names a list, so that a cursor goes on in no other. */
  private static String fingerprint(Caller caller, EventFilter filter) {
    // No part has a line break: parameters are single lines.
    String text =
        Stream.of(
                caller.tenant().value(),
                filter.aggregateType(),
                filter.aggregateId(),
                new TreeSet<>(filter.types()),
                filter.actor(),
                filter.correlationId(),
                filter.from(),
                filter.to(),
                filter.fromPosition(),
                filter.toPosition())
            .map(String::valueOf)
            .collect(Collectors.joining("\n"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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
    String list = HISTORY + id + " ";
    Long after = after(given, list);
    HistoryPage page =
        trail
            .history(caller.tenant(), id, after == null ? -1 : after, limit)
            .orElseThrow(AuditReads::nothing);
    String next = next(list, page.next());
    return reads.page(request, next, new History(id, page.aggregateType(), page.entries(), next));
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
    // Not by its beginning: the id of another aggregate may begin like this one.
    int end = cursor.lastIndexOf(' ') + 1;
    if (!cursor.substring(0, end).equals(list)) {
      throw Cursors.invalid();
    }
    return Long.valueOf(cursor.substring(end));
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
