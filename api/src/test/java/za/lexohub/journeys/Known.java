package za.lexohub.journeys;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import za.lexohub.edge.Description.Body;
import za.lexohub.edge.Description.Operation;

/**
 * The things that somebody knows of, by the collection that they are in, and requests of the
 * description that are about them.
 */
final class Known {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String API = "/api/v1/";

  /** Which thing a field of a body names. */
  private static final Map<String, String> NAMED =
      Map.of(
          "matterId", "matters",
          "matterIds", "matters",
          "proFormaId", "pro-formas",
          "proFormaIds", "pro-formas",
          "invoiceId", "invoices",
          "paymentId", "{paymentId}",
          "attorneyId", "{attorneyId}",
          "disputeId", "disputes",
          "workItems", "{workItemId}");

  private final Map<String, List<String>> things = new HashMap<>();
  private final Random random;

  Known(Random random) {
    this.random = random;
  }

  /** So many things that nothing more has to be made for a while. */
  boolean has(String collection, int atLeast) {
    return things.getOrDefault(collection, List.of()).size() >= atLeast;
  }

  void add(String collection, String id) {
    List<String> known = things.computeIfAbsent(collection, any -> new ArrayList<>());
    if (!known.contains(id)) {
      known.add(id);
    }
  }

  /** What an answer to a command speaks of. */
  void learnFrom(Answer answer) {
    String[] place = answer.header("Location").replace(API, "").split("/");
    if (place.length == 2) {
      add(place[0], place[1]);
    }
    JsonNode said = answer.json();
    if (said.has("paymentId")) {
      add("{paymentId}", said.path("paymentId").asString());
    }
    if (said.has("itemId")) {
      add("{workItemId}", said.path("itemId").asString());
    }
    if (said.at("/link/token").isString()) {
      add("{token}", said.at("/link/token").asString());
    }
  }

  /** One of them, the younger the likelier. */
  Optional<String> one(String collection) {
    List<String> known = things.getOrDefault(collection, List.of());
    int back = random.nextInt(1 + random.nextInt(Math.max(1, known.size())));
    return known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.size() - 1 - back));
  }

  /** An address about something known; empty while nothing of that kind is. */
  Optional<String> path(Operation operation) {
    List<String> paths = paths(operation);
    return paths.isEmpty()
        ? Optional.empty()
        : Optional.of(paths.get(random.nextInt(paths.size())));
  }

  /** The addresses about everything known that it may be about. */
  List<String> paths(Operation operation) {
    List<String> paths = List.of("/api/v1");
    String kind = "";
    for (String part : operation.address().split("/")) {
      List<String> ids = List.of(part);
      if (part.startsWith("{")) {
        ids = things.getOrDefault(part.equals("{id}") ? kind : part, List.of());
      } else {
        kind = part;
      }
      List<String> longer = new ArrayList<>();
      for (String path : paths) {
        for (String id : ids) {
          longer.add(path + "/" + id);
        }
      }
      paths = longer;
    }
    return paths;
  }

  /** What the version of a command at that address is of. */
  static String resource(String path) {
    String[] parts = path.substring(API.length()).split("/");
    return API + parts[0] + (parts.length > 2 ? "/" + parts[1] : "");
  }

  /** The example, about things that are known and on days that are still to come. */
  ObjectNode body(Body of) {
    JsonNode example = of.example();
    ObjectNode body = example instanceof ObjectNode it ? it.deepCopy() : JSON.createObjectNode();
    fit(body);
    return body;
  }

  private void fit(ObjectNode body) {
    for (String field : List.copyOf(body.propertyNames())) {
      JsonNode value = body.path(field);
      Optional<String> id = Optional.ofNullable(NAMED.get(field)).flatMap(this::one);
      if (id.isPresent()) {
        body.set(
            field,
            value.isArray() ? JSON.createArrayNode().add(id.get()) : JSON.valueToTree(id.get()));
      } else if (field.equals("validUntil") || field.equals("newDate")) {
        body.put(field, "2099-01-01");
      } else if (field.equals("expiresAt")) {
        body.put(
            field,
            Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(200, ChronoUnit.DAYS).toString());
      } else if (value instanceof ObjectNode inner) {
        fit(inner);
      } else if (value instanceof ArrayNode items) {
        items
            .valueStream()
            .filter(ObjectNode.class::isInstance)
            .forEach(it -> fit((ObjectNode) it));
      }
    }
  }
}
