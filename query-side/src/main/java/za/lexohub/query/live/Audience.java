package za.lexohub.query.live;

import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.live.Change;

/**
 * Who watches one stream, beside their tenant: what they may know of. Asked from one thread, in the
 * order of the log.
 */
@FunctionalInterface
public interface Audience {

  /** May know of everything that happens in the books. */
  Audience PRACTICE = change -> true;

  /**
   * Comes for every change of the tenant, before anything else, also for types nobody asked for.
   */
  default void passed(Change change) {}

  /**
   * May wait.
   *
   * @throws NotYetConsistent when it cannot be told yet
   * @throws ProjectionParked when it cannot be told until an operator has repaired something
   */
  boolean mayKnow(Change change);
}
