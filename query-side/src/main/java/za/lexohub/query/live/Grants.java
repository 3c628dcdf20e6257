package za.lexohub.query.live;

import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.live.Change;

/** What attorneys may know of. */
@FunctionalInterface
public interface Grants {

  /**
   * Whether this one may know of it. May wait.
   *
   * @param attorney the subject of the attorney's token
   * @throws NotYetConsistent when it cannot be told yet
   * @throws ProjectionParked when it cannot be told until an operator has repaired something
   */
  boolean show(String attorney, Change change);
}
