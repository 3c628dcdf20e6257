package za.lexohub.processes.queue;

/**
 * Does the work that one kind of queue message asks for. A message may come more than once and in
 * any order; the same message again does no harm.
 */
public interface Worker<T> {

  /**
   * Returns when the work is done, or when there is nothing (left) to do. Throws when it should be
   * tried again: the message comes back, and goes to the dead-letter queue after its last attempt.
   */
  void work(T message, Delivery delivery) throws Exception;
}
