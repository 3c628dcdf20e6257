package za.lexohub.processes.mail;

import org.jspecify.annotations.Nullable;

/**
 * Whether one mail is still to be sent. Whoever waits for it asks again and again, and every time
 * puts a message into the queue; only the newest of them counts, so that all those that have
 * gathered while nobody could work lead to one mail.
 */
final class Requests {

  private long newest = -1;
  private boolean open;
  private boolean sent;

  void asked(long sequence) {
    newest = sequence;
    open = true;
  }

  void givenUp() {
    open = false;
  }

  void sent() {
    sent = true;
  }

  /**
   * Asked for, not sent, and not given up since.
   *
   * @param request the sequence number of the request that is worked off; without one it counts as
   *     the newest
   */
  boolean pending(@Nullable Long request) {
    return open && !sent && (request == null || request >= newest);
  }
}
