package za.lexohub.processes.queue;

/**
 * Does the work that a queue's messages ask for. A message arrives at least once, so the work must
 * come to the same when it is done again; whatever is thrown gives the message back to the queue.
 */
public interface Worker<T> {

  void work(T message, Delivery delivery) throws Exception;
}
