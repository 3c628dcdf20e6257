package za.lexohub.query.live;

import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.live.Change;

/** Who watches, beside their tenant: what they may know of. */
@FunctionalInterface
interface Audience {

  /** May know of everything that happens in the books. */
  Audience PRACTICE = change -> true;

  /**
   * May wait.
   *
   * @throws NotYetConsistent when it cannot be told yet
   * @throws ProjectionParked when it cannot be told until an operator has repaired something
   */
  boolean mayKnow(Change change);
}
