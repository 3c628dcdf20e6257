package za.lexohub.projectors.rebuild;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import za.lexohub.readmodels.position.AppliedPositions;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.rebuild.Rebuild;
import za.lexohub.readmodels.rebuild.Rebuild.Beside;
import za.lexohub.readmodels.rebuild.RebuildRows;
import za.lexohub.readmodels.rebuild.RebuildRows.Token;

/**
 * Where the two versions of a read model are, by the tokens that were committed with their rows. A
 * token stands still while nothing comes that the read model hears of, so it is such events that
 * count, and not the distance.
 */
final class Places {

  private final RebuildRows rebuilds;
  private final PublishedPositions published;
  private final Supplier<Serializer> serializer;

  Places(RebuildRows rebuilds, PublishedPositions published, Supplier<Serializer> serializer) {
    this.rebuilds = rebuilds;
    this.published = published;
    this.serializer = serializer;
  }

  /** Whether the version beside has applied all that what is read had applied when asked. */
  boolean isNotBehind(String group, Beside beside, List<String> types) {
    // First, because it goes on meanwhile.
    long here = shown(group);
    return lowest(beside.processor(group))
        .map(Place::position)
        .filter(there -> !rebuilds.isAnyBetween(there, here, types))
        .isPresent();
  }

  /** The position to which both have come, when it is one for all their segments. */
  Optional<Long> common(String group, Beside beside, List<String> types) {
    String there = beside.processor(group);
    Optional<Place> lowestThere = lowest(there);
    OptionalLong lowestHere = applied(group);
    if (lowestThere.isEmpty() || lowestHere.isEmpty()) {
      return Optional.empty();
    }
    long low = Math.min(lowestThere.get().position, lowestHere.getAsLong());
    long high = Math.max(highest(there), shown(group));
    return rebuilds.isAnyBetween(low, high, types) ? Optional.empty() : Optional.of(high);
  }

  /** A segment's token and what it says. */
  record Place(Token token, long position) {}

  Optional<Place> lowest(String processor) {
    return rebuilds.tokens(processor).stream()
        .map(token -> new Place(token, position(token)))
        .min(Comparator.comparingLong(Place::position));
  }

  /**
   * What is read has everything up to there. A segment for which nothing comes stores no token, but
   * tells how far it has looked.
   */
  private OptionalLong applied(String group) {
    Map<Integer, Long> told = published.of(group);
    return rebuilds.tokens(group).stream()
        .mapToLong(
            token ->
                Math.max(
                    position(token), told.getOrDefault(token.segment(), AppliedPositions.NOTHING)))
        .min();
  }

  /** What is read has nothing of what comes after it. */
  private long shown(String group) {
    long moved = rebuilds.find(group).map(Rebuild::reached).orElse(AppliedPositions.NOTHING);
    return Math.max(moved, highest(group));
  }

  long highest(String processor) {
    return rebuilds.tokens(processor).stream()
        .mapToLong(this::position)
        .max()
        .orElse(AppliedPositions.NOTHING);
  }

  private long position(Token token) {
    TrackingToken place =
        serializer
            .get()
            .deserialize(
                new SimpleSerializedObject<>(token.content(), byte[].class, token.type(), null));
    return place == null
        ? AppliedPositions.NOTHING
        : place.position().orElse(AppliedPositions.NOTHING);
  }
}
