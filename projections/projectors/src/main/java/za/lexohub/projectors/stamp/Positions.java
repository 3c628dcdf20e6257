package za.lexohub.projectors.stamp;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.Message;

/** Where an event stands in the log, as its processor's token says. */
public final class Positions {

  /** Of what no processor has brought. */
  public static final long UNKNOWN = -1;

  public static long of(Message<?> message) {
    return message instanceof TrackedEventMessage<?> tracked && tracked.trackingToken() != null
        ? tracked.trackingToken().position().orElse(UNKNOWN)
        : UNKNOWN;
  }

  private Positions() {}
}
