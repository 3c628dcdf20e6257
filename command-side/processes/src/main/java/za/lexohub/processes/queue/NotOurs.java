package za.lexohub.processes.queue;

/** A message that no attempt will make sense of. */
final class NotOurs extends RuntimeException {

  NotOurs(String message) {
    super(message);
  }

  NotOurs(String message, Throwable cause) {
    super(message, cause);
  }
}
