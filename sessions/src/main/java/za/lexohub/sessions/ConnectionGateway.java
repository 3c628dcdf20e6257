package za.lexohub.sessions;

/** The gateway that holds the other ends of the WebSockets. */
public interface ConnectionGateway {

  /** Sends one text to a connection and says what became of it; never throws. */
  Delivery post(String connectionId, String text);

  /** Ends a connection, as far as the gateway can be reached; never throws. */
  void close(String connectionId);

  /** What became of a text. */
  enum Delivery {
    DELIVERED,
    /** Nobody is there any more. */
    GONE,
    /** Not now: too many, or no answer. */
    LATER
  }
}
