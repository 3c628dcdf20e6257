package za.lexohub.sessions;

/** The gateway that holds the other ends of the WebSockets. */
public interface ConnectionGateway {

  /** Sends one text to a connection and says what became of it; never throws. */
  Delivery post(String connectionId, String text);

  /**
   * Ends a connection; never throws.
   *
   * @return true once it has ended, now or before; false when that is not known
   */
  boolean close(String connectionId);

  /** What became of a text. */
  enum Delivery {
    DELIVERED,
    /** Nobody is there any more. */
    GONE,
    /** Not now: too many, or no answer. */
    LATER
  }
}
