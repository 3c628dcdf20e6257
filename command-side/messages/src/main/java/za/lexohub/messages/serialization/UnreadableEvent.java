package za.lexohub.messages.serialization;

import java.util.Optional;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.jspecify.annotations.Nullable;

/**
 * The log holds an event that this release cannot read, because a newer one wrote it or because an
 * upcast is wrong. Whoever reads the log stops before it and tries again: passing it over would
 * lose it, and parking it would hide that the release is the wrong one. The message says where it
 * stands and what to do.
 */
public final class UnreadableEvent extends RuntimeException {

  private static final String MEANWHILE =
      "; until then readers of the log stop before this event, and nothing is skipped.";
  private static final String REMEDY =
      " Start the release that wrote it, or a newer one" + MEANWHILE;

  private final String what;
  private final String why;

  private UnreadableEvent(String where, String what, String why, @Nullable Throwable cause) {
    super(where + " holds " + what + ". " + why, cause);
    this.what = what;
    this.why = why;
  }

  /**
   * @param latest the revision of that name that this release writes, null when it knows no such
   *     name
   */
  static UnreadableEvent unknown(SerializedType stored, @Nullable Integer latest) {
    return new UnreadableEvent(
        "The log",
        stored.getName() + " in revision " + stored.getRevision(),
        (latest == null
                ? "This release does not know an event of that name."
                : "This release reads " + stored.getName() + " up to revision " + latest + ".")
            + REMEDY,
        null);
  }

  static UnreadableEvent broken(EventRevision read, String upcast, RuntimeException cause) {
    return new UnreadableEvent(
        "The log",
        read.toString(),
        ("The upcast %s cannot make sense of it. Mend the upcast and start again" + MEANWHILE)
            .formatted(upcast),
        cause);
  }

  /** The same, with the place in the log as far as it is known. */
  UnreadableEvent at(IntermediateEventRepresentation event) {
    Optional<Long> position =
        event.getTrackingToken().map(TrackingToken::position).map(p -> p.orElse(-1));
    StringBuilder where = new StringBuilder();
    position.ifPresent(p -> where.append("Position ").append(p).append(" of the log, "));
    where
        .append(event.getAggregateType().orElse("aggregate"))
        .append(' ')
        .append(event.getAggregateIdentifier().orElse("unknown"))
        .append(" at sequence ")
        .append(event.getSequenceNumber().map(String::valueOf).orElse("unknown"))
        .append(',');
    return new UnreadableEvent(where.toString(), what, why, getCause());
  }
}
