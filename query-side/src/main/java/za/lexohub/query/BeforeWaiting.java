package za.lexohub.query;

/** Told by whoever asks, in its thread, before it waits for a read model to catch up. */
@FunctionalInterface
public interface BeforeWaiting {

  /** Whoever asks will do nothing for a while; may come more than once for one question. */
  void willWait();
}
