package za.lexohub.query.selfcheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.query.AppliedWait;
import za.lexohub.query.Consistency;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.selfcheck.IndependentFold.Kind;
import za.lexohub.readmodels.position.AppliedPositions;

/**
 * Compares one thing as it is shown with what its events say. Both move on meanwhile, so a
 * difference counts only when the read model has applied everything that was folded, and only when
 * it is seen twice.
 */
final class Comparison {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ATTEMPTS = 4;

  private final Shown shown;
  private final IndependentFold fold;
  private final AppliedPositions positions;
  private final AppliedWait applied;
  private final Duration patience;

  /**
   * @param patience how long a read model may take to come to the head of the log
   */
  Comparison(
      Shown shown,
      IndependentFold fold,
      AppliedPositions positions,
      AppliedWait applied,
      Duration patience) {
    this.shown = shown;
    this.fold = fold;
    this.positions = positions;
    this.applied = applied;
    this.patience = patience;
  }

  /** What a comparison comes to. */
  sealed interface Verdict {

    /** Nothing can be said now: it is parked, rebuilt, behind, or changes too quickly. */
    record Unknown() implements Verdict {}

    record Agrees() implements Verdict {}

    /**
     * @param version that is shown; 0 when nothing is
     * @param fields in order
     */
    record Differs(long version, List<String> fields) implements Verdict {
      public Differs {
        fields = List.copyOf(fields);
      }
    }
  }

  Verdict of(String tenant, Kind kind, UUID id) {
    Verdict before = once(tenant, kind, id);
    for (int attempt = 1; attempt < ATTEMPTS && before instanceof Verdict.Differs; attempt++) {
      Verdict again = once(tenant, kind, id);
      if (again.equals(before)) {
        return again;
      }
      before = again;
    }
    return before instanceof Verdict.Differs ? new Verdict.Unknown() : before;
  }

  private Verdict once(String tenant, Kind kind, UUID id) {
    long head = positions.recordedThrough();
    try {
      applied.await(kind.group(), Consistency.through(head, patience));
    } catch (NotYetConsistent behind) {
      return new Verdict.Unknown();
    }
    if (applied.isParked(kind.group(), id)) {
      return new Verdict.Unknown();
    }
    long beginnings = applied.beginnings(kind.group());
    JsonNode seen = tree(shown.of(tenant, kind, id));
    JsonNode said = tree(fold.at(tenant, kind, id, head, Shown.form(kind)));
    if (version(seen) > version(said)) {
      // Something has happened since.
      said = tree(fold.at(tenant, kind, id, positions.recordedThrough(), Shown.form(kind)));
      if (version(seen) < version(said)) {
        return new Verdict.Unknown();
      }
    }
    if (applied.beginnings(kind.group()) != beginnings) {
      return new Verdict.Unknown();
    }
    List<String> fields = differences(seen, said);
    return fields.isEmpty() ? new Verdict.Agrees() : new Verdict.Differs(version(seen), fields);
  }

  private static @Nullable JsonNode tree(Optional<?> view) {
    return view.<JsonNode>map(JSON::valueToTree).orElse(null);
  }

  private static long version(@Nullable JsonNode view) {
    return view == null ? 0 : view.path("version").asLong();
  }

  /** By name; of a thing that is on one side only, the id. */
  private static List<String> differences(@Nullable JsonNode seen, @Nullable JsonNode said) {
    if (seen == null || said == null) {
      return seen == said ? List.of() : List.of("id");
    }
    TreeSet<String> names = new TreeSet<>(seen.propertyNames());
    names.addAll(said.propertyNames());
    List<String> differing = new ArrayList<>();
    for (String name : names) {
      if (!seen.path(name).equals(said.path(name))) {
        differing.add(name);
      }
    }
    return differing;
  }
}
