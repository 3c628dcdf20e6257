package za.lexohub.query.live;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import za.lexohub.query.NotYetConsistent;
import za.lexohub.query.ProjectionParked;
import za.lexohub.readmodels.live.Change;

/**
 * What an attorney's reads say once a change has been applied. All methods may wait, and throw
 * {@link NotYetConsistent} when nothing can be said yet and {@link ProjectionParked} when an
 * operator must repair something before.
 */
interface GrantedReads {

  /** The matters that the attorney may see; empty when there are too many to keep. */
  Optional<Set<UUID>> matters(String attorney, Change change);

  /** The matter of what has changed; empty when it is of none, or is not there. */
  Optional<UUID> matterOf(Change change);

  /** Whether the attorney could read what has changed. */
  boolean show(String attorney, Change change);

  /** Whether the change is what gave the attorney the access to the matter that they have. */
  boolean isGrantOf(String attorney, Change change);
}
