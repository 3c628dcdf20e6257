package za.lexohub.messages.processing;

/**
 * Says of an exception whether it may pass by itself: a store that is down or overloaded. Then the
 * whole batch is tried again; anything else parks the event's own sequence in the dead-letter
 * queue. A module contributes one bean for the exceptions of its clients. I/O errors and passing
 * SQL errors are known without.
 */
@FunctionalInterface
public interface PassingFailure {

  /**
   * @param failure one exception of the causal chain
   */
  boolean mayPass(Throwable failure);
}
