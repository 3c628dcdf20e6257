package za.lexohub.messages.serialization;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/** One shape of one event, by its logical name; revisions count from 1. */
public record EventRevision(String type, int number) {

  static EventRevision of(EventType type) {
    return new EventRevision(type.value(), type.revision());
  }

  /** Null when the revision is no number, so none that a release has written. */
  static @Nullable EventRevision of(SerializedType stored) {
    try {
      return new EventRevision(stored.getName(), Integer.parseInt(stored.getRevision()));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  SerializedType stored() {
    return new SimpleSerializedType(type, Integer.toString(number));
  }

  EventRevision next() {
    return new EventRevision(type, number + 1);
  }

  @Override
  public String toString() {
    return type + " in revision " + number;
  }
}
