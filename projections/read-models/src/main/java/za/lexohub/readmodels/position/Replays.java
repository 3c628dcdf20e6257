package za.lexohub.readmodels.position;

import java.util.Collection;

/**
 * Which read models are being filled anew. One whose store is emptied for it cannot answer until
 * then: it would tell a part as if it were all.
 */
public interface Replays {

  /** The group forgets how far it was; it is complete again when it has come to the log's head. */
  void begin(String group);

  /** Whether one of the groups, on whichever node, has not come back to where the head then was. */
  boolean isAnyRunning(Collection<String> groups);
}
