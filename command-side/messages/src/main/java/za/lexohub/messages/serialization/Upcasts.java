package za.lexohub.messages.serialization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.serialization.SerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every step by which an old event becomes a present one, and the chains they form. A gap, a fork,
 * a circle or a step that leads nowhere stops the start: the log must never hold an event that a
 * release once wrote and this one cannot read.
 */
public final class Upcasts {

  /** All steps of the product, oldest first. No release has revised an event yet. */
  private static final List<Upcast> DECLARED = List.of();

  private final Map<String, Integer> present = new HashMap<>();
  private final Map<EventRevision, Upcast> steps = new LinkedHashMap<>();

  /** Of all events of the product. */
  public Upcasts(EventTypes types) {
    this(types, DECLARED);
  }

  Upcasts(EventTypes types, List<? extends Upcast> declared) {
    types.revisions().forEach(r -> present.put(r.type(), r.number()));
    for (Upcast step : declared) {
      Upcast other = steps.put(step.from(), step);
      if (other != null) {
        throw new IllegalStateException(
            "two upcasts read " + step.from() + ": " + name(other) + " and " + name(step));
      }
    }
    steps.values().forEach(this::check);
    types.revisions().forEach(this::checkOlderRevisions);
  }

  private void check(Upcast step) {
    if (isPresent(step.from())) {
      throw new IllegalStateException(
          name(step) + " reads " + step.from() + ", which is what this release writes");
    }
    Set<EventRevision> seen = new HashSet<>();
    EventRevision reached = step.from();
    while (steps.containsKey(reached)) {
      if (!seen.add(reached)) {
        throw new IllegalStateException("the upcasts from " + step.from() + " go round in circles");
      }
      reached = steps.get(reached).to();
    }
    if (!isPresent(reached)) {
      throw new IllegalStateException(
          "the upcasts from %s end at %s: no upcast reads that, and no release writes it"
              .formatted(step.from(), reached));
    }
  }

  private void checkOlderRevisions(EventRevision latest) {
    for (int number = 1; number < latest.number(); number++) {
      EventRevision older = new EventRevision(latest.type(), number);
      if (!steps.containsKey(older)) {
        throw new IllegalStateException(
            "this release writes %s, but no upcast reads %s".formatted(latest, older));
      }
    }
  }

  private boolean isPresent(EventRevision revision) {
    return Integer.valueOf(revision.number()).equals(present.get(revision.type()));
  }

  /**
   * What this release makes of an event that is stored as {@code stored}.
   *
   * @throws UnreadableEvent when it does not know the name or the revision
   */
  EventRevision present(SerializedType stored) {
    EventRevision reached = EventRevision.of(stored);
    while (reached != null && steps.containsKey(reached)) {
      reached = steps.get(reached).to();
    }
    if (reached == null || !isPresent(reached)) {
      throw UnreadableEvent.unknown(stored, latest(stored.getName()));
    }
    return reached;
  }

  private @Nullable Integer latest(String type) {
    return present.get(type);
  }

  /**
   * The payload as this release writes it.
   *
   * @throws UnreadableEvent when a step cannot make sense of it
   */
  ObjectNode upcast(SerializedType stored, ObjectNode payload) {
    for (Upcast step : chain(stored)) {
      try {
        step.change(payload);
      } catch (RuntimeException e) {
        throw UnreadableEvent.broken(step.from(), name(step), e);
      }
    }
    return payload;
  }

  private List<Upcast> chain(SerializedType stored) {
    List<Upcast> chain = new ArrayList<>();
    EventRevision reached = EventRevision.of(stored);
    while (reached != null && steps.containsKey(reached)) {
      Upcast step = steps.get(reached);
      chain.add(step);
      reached = step.to();
    }
    return chain;
  }

  private static String name(Upcast step) {
    return step.getClass().getName();
  }
}
