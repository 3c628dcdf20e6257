package za.lexohub.embedded.eventbridge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import za.lexohub.embedded.aws.Refusal;

/** What EventBridge decides about the entries of one request, and its memory of those it took. */
final class PutEvents {

  private static final int MOST_ENTRIES = 10;
  private static final int MOST_BYTES = 256 * 1024;
  private static final int BYTES_OF_A_TIME = 14;
  private static final int REMEMBERED = 10_000;

  private final JsonMapper json = JsonMapper.builder().build();
  private final Deque<AcceptedEvent> accepted = new ArrayDeque<>();
  private int throttled;
  private int failing;
  private String failingWith = "";
  private final Consumer<AcceptedEvent> rule;

  /**
   * @param rule is told of each entry that is accepted
   */
  PutEvents(Consumer<AcceptedEvent> rule) {
    this.rule = rule;
  }

  synchronized List<AcceptedEvent> accepted() {
    return List.copyOf(accepted);
  }

  synchronized void forget() {
    accepted.clear();
  }

  synchronized void throttleNext(int requests) {
    throttled = requests;
  }

  synchronized void failNextEntries(int entries, String errorCode) {
    failing = entries;
    failingWith = errorCode;
  }

  /** The answer to one request whose caller is known. */
  synchronized String answer(byte[] body) throws Refusal {
    if (throttled > 0) {
      throttled--;
      throw new Refusal("ThrottlingException", "Rate exceeded");
    }
    ArrayNode results = json.createArrayNode();
    int failed = 0;
    for (JsonNode entry : entries(body)) {
      ObjectNode result = results.addObject();
      Optional<Refusal> fault = faultOf(entry);
      if (fault.isPresent()) {
        failed++;
        result.put("ErrorCode", fault.get().code()).put("ErrorMessage", fault.get().getMessage());
      } else {
        result.put("EventId", remember(entry));
      }
    }
    return json.createObjectNode()
        .put("FailedEntryCount", failed)
        .set("Entries", results)
        .toString();
  }

  private List<JsonNode> entries(byte[] body) throws Refusal {
    JsonNode request;
    try {
      request = json.readTree(body);
    } catch (JacksonException e) {
      throw new Refusal("SerializationException", "The request is not JSON");
    }
    List<JsonNode> entries = new ArrayList<>();
    request.path("Entries").forEach(entries::add);
    if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
      throw new Refusal(
          "ValidationException",
          "1 validation error detected: Value at 'entries' failed to satisfy constraint: Member"
              + " must have length between 1 and "
              + MOST_ENTRIES);
    }
    if (entries.stream().mapToInt(PutEvents::size).sum() > MOST_BYTES) {
      throw new Refusal(
          "ValidationException", "Total size of the entries in the request is over the limit.");
    }
    return entries;
  }

  /** Counted as the user guide of EventBridge counts. */
  private static int size(JsonNode entry) {
    int size = entry.has("Time") ? BYTES_OF_A_TIME : 0;
    for (String field : List.of("Source", "DetailType", "Detail")) {
      size += bytes(entry.path(field).asString(""));
    }
    for (JsonNode resource : entry.path("Resources")) {
      size += bytes(resource.asString(""));
    }
    return size;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private Optional<Refusal> faultOf(JsonNode entry) {
    if (failing > 0) {
      failing--;
      return Optional.of(new Refusal(failingWith, "The entry was made to fail."));
    }
    for (String field : List.of("Source", "DetailType", "Detail")) {
      if (entry.path(field).asString("").isEmpty()) {
        return Optional.of(
            new Refusal(
                "InvalidArgument",
                "Parameter %1$s is not valid. Reason: %1$s is a required argument."
                    .formatted(field)));
      }
    }
    if (entry.path("Source").asString().startsWith("aws.")) {
      return Optional.of(
          new Refusal("NotAuthorizedForSourceException", "Not authorized for the source."));
    }
    return isObject(entry.path("Detail").asString())
        ? Optional.empty()
        : Optional.of(new Refusal("MalformedDetail", "Detail is malformed."));
  }

  private boolean isObject(String detail) {
    try {
      return json.readTree(detail).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }

  private String remember(JsonNode entry) {
    if (accepted.size() == REMEMBERED) {
      accepted.removeFirst();
    }
    List<String> resources = new ArrayList<>();
    entry.path("Resources").forEach(resource -> resources.add(resource.asString()));
    AcceptedEvent event =
        new AcceptedEvent(
            UUID.randomUUID().toString(),
            entry.path("EventBusName").asString("default"),
            entry.path("Source").asString(),
            entry.path("DetailType").asString(),
            entry.path("Detail").asString(),
            timeOf(entry.path("Time")),
            List.copyOf(resources));
    accepted.addLast(event);
    rule.accept(event);
    return event.id();
  }

  /** AWS JSON writes a time as seconds, with a fraction when there is one. */
  private static Instant timeOf(JsonNode time) {
    return time.isNumber()
        ? Instant.ofEpochMilli(Math.round(time.asDouble() * 1_000))
        : Instant.now();
  }

  /** What was accepted, for a person or a test in another process. */
  synchronized String acceptedAsJson() {
    ArrayNode list = json.createArrayNode();
    for (AcceptedEvent event : accepted) {
      ObjectNode node =
          list.addObject()
              .put("id", event.id())
              .put("eventBusName", event.eventBusName())
              .put("source", event.source())
              .put("detailType", event.detailType())
              .put("time", event.time().toString());
      node.set("detail", json.readTree(event.detail()));
      event.resources().forEach(node.putArray("resources")::add);
    }
    return list.toString();
  }

  String refusal(Refusal refusal) {
    return json.createObjectNode()
        .put("__type", refusal.code())
        .put("message", refusal.getMessage())
        .toString();
  }
}
