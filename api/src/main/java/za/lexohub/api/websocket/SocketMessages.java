package za.lexohub.api.websocket;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.security.NeedsNoLogin;
import za.lexohub.messages.serialization.EventType;
import za.lexohub.messages.serialization.EventTypes;
import za.lexohub.query.live.LiveStreams;
import za.lexohub.role.QueryRole;
import za.lexohub.sessions.Connection;
import za.lexohub.sessions.ConnectionGateway;
import za.lexohub.sessions.Connections;
import za.lexohub.sessions.Resume;

/**
 * What comes over an open WebSocket, and its end. API Gateway shows its secret; whose connection it
 * is was found out when it was opened. Clients do not call this.
 */
@Hidden
@RestController
@NeedsNoLogin
@QueryRole
@ConditionalOnProperty("lexohub.websocket.endpoint")
@EnableConfigurationProperties(SocketProperties.class)
final class SocketMessages {
  private static final Set<String> KNOWN_TYPES =
      StreamSupport.stream(new EventTypes().events().spliterator(), false)
          .map(event -> Optional.ofNullable(event.getAnnotation(EventType.class)))
          .flatMap(Optional::stream)
          .map(EventType::value)
          .collect(Collectors.toUnmodifiableSet());

  private final GatewayCall gateway;
  private final Connections connections;
  private final SocketSessions sessions;
  private final ConnectionGateway ends;
  private final LiveStreams streams;
  private final JsonMapper json = JsonMapper.builder().build();

  SocketMessages(
      SocketProperties properties,
      Connections connections,
      SocketSessions sessions,
      ConnectionGateway ends,
      LiveStreams streams) {
    this.gateway = new GatewayCall(properties);
    this.connections = connections;
    this.sessions = sessions;
    this.ends = ends;
    this.streams = streams;
  }

  @PostMapping("/api/v1/websocket/disconnect")
  Map<String, String> disconnect(HttpServletRequest request) {
    connections.close(gateway.connection(request));
    return Map.of();
  }

  /**
   * {@code {"action":"subscribe","types":["InvoiceSent"]}}: those alone; all without types. {@code
   * {"action":"resume","after":41}}: what came after that position, as the stream's Last-Event-ID.
   */
  @PostMapping("/api/v1/websocket/message")
  Map<String, String> message(HttpServletRequest request) throws IOException {
    String id = gateway.connection(request);
    JsonNode message = read(request.getInputStream().readAllBytes());
    String action = message.path("action").asString("");
    // What is asked is looked at first, so that a wrong message changes nothing.
    switch (action) {
      case "subscribe" -> {
        Set<String> types = types(message);
        connections.open(open(id).subscribed(types));
      }
      case "resume" -> {
        long after = after(message);
        open(id);
        connections.resume(new Resume(id, after, Instant.now()));
      }
      default ->
          throw Refusal.input(
              ProblemCode.INVALID_INPUT,
              "The actions are subscribe and resume.",
              new InputError("/action", "unknown-value", "is no action"));
    }
    return Map.of();
  }

  private Connection open(String id) {
    Connection open =
        connections
            .find(id)
            .orElseThrow(
                () -> Refusal.of(ProblemCode.NOT_FOUND, "The connection has ended. Open another."));
    if (!sessions.letIn(open)) {
      if (ends.close(id)) {
        connections.close(id);
      }
      throw Refusal.of(ProblemCode.SESSION_ENDED, "Your session has ended. Log in again.");
    }
    return open;
  }

  private JsonNode read(byte[] body) {
    try {
      return json.readTree(body);
    } catch (JacksonException e) {
      throw Refusal.of(ProblemCode.MALFORMED_JSON, "Send a JSON object with an action.");
    }
  }

  private static Set<String> types(JsonNode message) {
    Set<String> types = new TreeSet<>();
    for (JsonNode type : message.path("types")) {
      types.add(type.asString(""));
    }
    if (!KNOWN_TYPES.containsAll(types)) {
      throw Refusal.input(
          ProblemCode.INVALID_INPUT,
          "types takes names of events.",
          new InputError("/types", "unknown-value", "names no event"));
    }
    return types;
  }

  private long after(JsonNode message) {
    JsonNode after = message.path("after");
    if (!after.isIntegralNumber()
        || !after.canConvertToLong()
        || after.asLong() < 0
        || after.asLong() > streams.head()) {
      throw Refusal.input(
          ProblemCode.INVALID_INPUT,
          "Send after as a change or hello gave it, or read anew what you show.",
          new InputError("/after", "format", "is no position that was told"));
    }
    return after.asLong();
  }
}
