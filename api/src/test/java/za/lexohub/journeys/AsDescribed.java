package za.lexohub.journeys;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import za.lexohub.edge.Description;
import za.lexohub.edge.Description.Operation;
import za.lexohub.edge.Shape;

/** Hears answers, and holds each that is good against what the description says of it. */
final class AsDescribed implements Consumer<Answer> {

  private final Description description;
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private final Set<String> shown = new ConcurrentSkipListSet<>();

  AsDescribed(Description description) {
    this.description = description;
  }

  @Override
  public void accept(Answer answer) {
    HttpRequest request = answer.response().request();
    if (answer.status() < 200 || answer.status() > 299) {
      return;
    }
    Optional<Operation> operation =
        description.operation(request.method(), request.uri().getRawPath());
    operation.ifPresent(
        it -> {
          shown.add(it.toString());
          String fault = fault(it, answer);
          if (!fault.isEmpty()) {
            wrong.add(it + " answers " + answer.status() + ": " + fault);
          }
        });
  }

  private String fault(Operation operation, Answer answer) {
    String type = answer.header("Content-Type").replaceAll(";.*", "");
    JsonNode schema = description.answer(operation, answer.status(), type);
    if (schema.isMissingNode()) {
      return "as " + type + " it is not described";
    }
    if (!type.equals("application/json") || schema.path("type").asString("").equals("string")) {
      return answer.bytes().length > 0 ? "" : "nothing at all";
    }
    List<String> faults = Shape.faults(description, schema, answer.json());
    return faults.isEmpty() ? "" : faults + " in " + Unmoved.start(answer.text());
  }

  /** What differs from the description. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** The operations that had a good answer. */
  Set<String> shown() {
    return Set.copyOf(shown);
  }
}
