package za.lexohub.api.live;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.api.security.SessionCheck;
import za.lexohub.messages.serialization.EventType;
import za.lexohub.messages.serialization.EventTypes;
import za.lexohub.query.live.LiveStream;
import za.lexohub.query.live.LiveStreams;
import za.lexohub.query.live.StreamRefused;
import za.lexohub.role.QueryRole;

/**
 * Tells that something has changed, as it happens. Each stream has a (virtual) thread of its own
 * that writes: a client that does not read stops its own stream and nobody else's. It is not the
 * request's, whose stack of filters would be kept for as long as the stream is open.
 */
@RestController
@QueryRole
public final class StreamReads {
  private static final Logger log = LoggerFactory.getLogger(StreamReads.class);
  private static final String LAST_EVENT_ID = "Last-Event-ID";
  private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
  private static final Duration COME_BACK = Duration.ofSeconds(5);
  private static final int MAX_TYPES_LENGTH = 2000;
  private static final Set<String> KNOWN_TYPES = knownTypes();

  private final LiveStreams streams;
  private final Duration heartbeat;
  private final SessionCheck session;

  /**
   * @param heartbeat {@code lexohub.stream.heartbeat}: how long a stream is silent at most. Proxies
   *     close what is silent for a minute, some after half of one
   */
  StreamReads(
      LiveStreams streams,
      @Value("${lexohub.stream.heartbeat:15s}") Duration heartbeat,
      SessionCheck session) {
    this.session = session;
    this.streams = streams;
    this.heartbeat = heartbeat;
  }

  @GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Needs(Permission.STREAM)
  @Takes("types")
  @Parameter(
      name = LAST_EVENT_ID,
      in = ParameterIn.HEADER,
      description = "The last id that was seen: what came after it is told.",
      schema = @Schema(type = "string"))
  @ApiResponse(
      responseCode = "200",
      description =
          "Server-sent events: hello with the position from which changes are told, change for"
              + " each of them, bye with a reason before an end from this side. The id is the"
              + " position in the log: send it as Last-Event-ID to go on after it.",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(implementation = ChangeData.class)))
  void stream(HttpServletRequest request, HttpServletResponse response, Caller caller) {
    Set<String> types = types(new Parameters(request));
    Long after = lastEventId(request);
    LiveStream stream;
    try {
      stream = open(caller, types, after);
    } catch (StreamRefused refused) {
      throw Refusal.later(ProblemCode.UNAVAILABLE, String.valueOf(refused.getMessage()), COME_BACK);
    }
    try {
      EventStream.begin(response, stream);
      AsyncContext async = request.startAsync();
      async.setTimeout(0);
      EventStream events =
          new EventStream(
              async.getResponse().getOutputStream(),
              heartbeat,
              validity(request),
              session.watched());
      Thread.ofVirtual().name("stream").start(() -> tell(stream, events, async));
    } catch (IOException gone) {
      stream.close();
      log.debug("A client left before its stream began", gone);
    } catch (RuntimeException failed) {
      stream.close();
      throw failed;
    }
  }

  private static void tell(LiveStream stream, EventStream events, AsyncContext async) {
    try (stream) {
      events.send(stream);
    } finally {
      try {
        async.complete();
      } catch (IllegalStateException completed) {
        log.debug("The server has ended the stream already", completed);
      }
    }
  }

  /** Whoever may not read the books is here as an attorney, whatever else they are. */
  private LiveStream open(Caller caller, Set<String> types, @Nullable Long after) {
    String tenant = caller.tenant().value();
    return caller.may(Permission.READ_BOOKS)
        ? streams.ofPractice(tenant, types, after)
        : streams.ofAttorney(tenant, caller.subject(), types, after);
  }

  private static Set<String> types(Parameters given) {
    String text = given.text("types", MAX_TYPES_LENGTH);
    if (text == null) {
      return Set.of();
    }
    Set<String> types = new TreeSet<>(List.of(text.split("\\s*,\\s*")));
    if (!KNOWN_TYPES.containsAll(types)) {
      types.removeAll(KNOWN_TYPES);
      throw Refusal.input(
          ProblemCode.INVALID_PARAMETER,
          "types takes names of events, with commas between them.",
          new InputError("types", "unknown-value", "names no event: " + String.join(", ", types)));
    }
    return types;
  }

  private @Nullable Long lastEventId(HttpServletRequest request) {
    String id = request.getHeader(LAST_EVENT_ID);
    if (id == null || id.isBlank()) {
      return null;
    }
    if (!POSITION.matcher(id.strip()).matches()) {
      throw unknownId();
    }
    long position = Long.parseLong(id.strip());
    if (position > streams.head()) {
      throw unknownId();
    }
    return position;
  }

  private static Refusal unknownId() {
    return Refusal.input(
        ProblemCode.INVALID_HEADER,
        "Send Last-Event-ID as the stream gave it, or leave it out and read anew what you show.",
        new InputError(LAST_EVENT_ID, "format", "is no id of this stream"));
  }

  /** How long the caller's token is valid yet. */
  private static Duration validity(HttpServletRequest request) {
    if (request.getUserPrincipal() instanceof JwtAuthenticationToken token) {
      Instant end = token.getToken().getExpiresAt();
      if (end != null) {
        return Duration.between(Instant.now(), end);
      }
    }
    return Duration.ZERO;
  }

  private static Set<String> knownTypes() {
    Set<String> names = new TreeSet<>();
    for (Class<?> event : new EventTypes().events()) {
      EventType type = event.getAnnotation(EventType.class);
      if (type != null) {
        names.add(type.value());
      }
    }
    return names;
  }
}
