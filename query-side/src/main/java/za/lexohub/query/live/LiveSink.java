package za.lexohub.query.live;

import za.lexohub.readmodels.live.Change;

/** Takes the changes of one tenant. Is called by one thread, for all sinks: must not wait. */
interface LiveSink {

  /** The next change, in order. False when it cannot be taken: it is given no more. */
  boolean offer(Change change);

  /** Nothing comes any more. */
  void end(EndReason reason);
}
