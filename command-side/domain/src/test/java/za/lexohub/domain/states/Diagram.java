package za.lexohub.domain.states;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The states of an aggregate and the events that lead from one to another. */
final class Diagram {
  static final String NOWHERE = "[*]";

  private final String name;
  private final List<Step> steps = new ArrayList<>();

  /** By an event of this type for which the condition holds. */
  record Step(String from, Class<?> by, Predicate<Object> when, String to) {
    private boolean isBy(Object event) {
      return by.isInstance(event) && when.test(event);
    }

    @Override
    public String toString() {
      return from + " --" + by.getSimpleName() + "--> " + to;
    }
  }

  Diagram(String name) {
    this.name = name;
  }

  Diagram step(String from, Class<?> by, String to) {
    return step(from, by, event -> true, to);
  }

  <E> Diagram step(String from, Class<E> by, Predicate<E> when, String to) {
    steps.add(new Step(from, by, event -> when.test(by.cast(event)), to));
    return this;
  }

  String name() {
    return name;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Whether an event like this ever leads anywhere. */
  boolean watches(Object event) {
    return steps.stream().anyMatch(step -> step.isBy(event));
  }

  Optional<Step> taken(String state, Object event) {
    return steps.stream().filter(step -> step.from().equals(state) && step.isBy(event)).findFirst();
  }

  String mermaid() {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (Step step : steps) {
      labels
          .computeIfAbsent(step.from() + " --> " + step.to(), it -> new ArrayList<>())
          .add(step.by().getSimpleName());
    }
    return labels.entrySet().stream()
        .map(it -> "    " + it.getKey() + ": " + String.join(", ", it.getValue()))
        .collect(Collectors.joining("\n", "```mermaid\nstateDiagram-v2\n", "\n```\n"));
  }
}
