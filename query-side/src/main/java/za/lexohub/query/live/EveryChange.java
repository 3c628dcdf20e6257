package za.lexohub.query.live;

import java.util.List;
import za.lexohub.readmodels.live.Change;

/**
 * The changes of all tenants, for what tells them to the world beside the streams of this node. Of
 * several nodes one does it at a time. All methods but {@link #leave} throw when the database does
 * not answer. For one thread, where it is not said otherwise.
 */
public interface EveryChange {

  /** What is told again at most, in positions, as to the streams. */
  long LONGEST_RESUME = LiveStreams.LONGEST_RESUME;

  /** Whether it is this node that tells. Once it is, it stays so until {@link #leave} or a loss. */
  boolean isMine();

  /** Lets another node tell. */
  void leave();

  /** The position of the last change; 0 when there is none. */
  long head();

  /** The next ones after a position, in order; none is missing and none comes later. */
  List<Change> after(long position, int limit);

  /**
   * What one tenant has missed: the next ones after a position, in order, up to and with another.
   * For any thread; a few read at a time, and the others wait.
   */
  List<Change> missed(String tenant, long after, long through, int limit)
      throws InterruptedException;
}
