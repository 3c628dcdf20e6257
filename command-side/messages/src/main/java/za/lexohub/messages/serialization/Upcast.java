package za.lexohub.messages.serialization;

import tools.jackson.databind.node.ObjectNode;

/**
 * One step in the life of an event's shape: makes what an older release wrote into the revision
 * that came after it. Declared in {@link Upcasts}; once a release has gone out with it, never
 * changed.
 *
 * <p>A step sees the payload alone. It depends on nothing that changes (no clock, no other event,
 * no configuration), because every reader must see the same event for ever; and it cannot open what
 * is sealed.
 */
public interface Upcast {

  /** What it reads. */
  EventRevision from();

  /** What it makes of it: the next revision, or another name for an event that was renamed. */
  default EventRevision to() {
    return from().next();
  }

  /**
   * Changes the payload in place. Numbers have the digits they were written with.
   *
   * @throws RuntimeException when the payload is not what {@link #from} says; readers stop there
   */
  void change(ObjectNode payload);
}
