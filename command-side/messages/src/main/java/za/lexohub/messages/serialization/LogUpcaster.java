package za.lexohub.messages.serialization;

import java.util.stream.Stream;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands between the log and everything that reads it: an event of an older revision passes on as a
 * present one, one that is unknown stops the reader and is named with its place. Payloads are only
 * parsed when somebody asks for them.
 */
final class LogUpcaster implements EventUpcaster {

  private final Upcasts upcasts;
  private final UnreadableEvents unreadable;

  LogUpcaster(Upcasts upcasts, UnreadableEvents unreadable) {
    this.upcasts = upcasts;
    this.unreadable = unreadable;
  }

  @Override
  public Stream<IntermediateEventRepresentation> upcast(
      Stream<IntermediateEventRepresentation> events) {
    return events.map(this::present);
  }

  private IntermediateEventRepresentation present(IntermediateEventRepresentation event) {
    try {
      SerializedType stored = event.getType();
      SerializedType present = upcasts.present(stored).stored();
      return present.equals(stored)
          ? event
          : event.upcastPayload(
              present, ObjectNode.class, payload -> upcast(event, stored, payload));
    } catch (UnreadableEvent e) {
      throw met(e.at(event));
    }
  }

  private ObjectNode upcast(
      IntermediateEventRepresentation event, SerializedType stored, ObjectNode payload) {
    try {
      return upcasts.upcast(stored, payload);
    } catch (UnreadableEvent e) {
      throw met(e.at(event));
    }
  }

  private UnreadableEvent met(UnreadableEvent event) {
    unreadable.met(event);
    return event;
  }
}
