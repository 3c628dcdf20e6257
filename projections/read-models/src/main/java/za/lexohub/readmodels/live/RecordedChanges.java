package za.lexohub.readmodels.live;

import java.util.List;

/** The changes in the order in which they were recorded; none is missing and none comes later. */
public interface RecordedChanges {

  /** The position of the last change; 0 when there is none. */
  long head();

  /** The next ones of all tenants after a position, in order. */
  List<Change> after(long position, int limit);

  /**
   * The next ones of one tenant after a position, in order, up to and with another. The work grows
   * with the distance of the two, because the log is kept by position and not by tenant.
   */
  List<Change> of(String tenant, long after, long through, int limit);
}
