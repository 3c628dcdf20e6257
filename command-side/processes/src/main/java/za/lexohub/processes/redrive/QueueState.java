package za.lexohub.processes.redrive;

import org.jspecify.annotations.Nullable;

/**
 * How a work queue stands. Numbers are those of SQS, which are right when nothing moves.
 *
 * @param waiting to be worked on, those that rest after a failure included
 * @param inFlight being worked on
 * @param dead given up after the last attempt
 * @param redrive the last time that dead messages were given back; null when nobody has
 */
record QueueState(String queue, long waiting, long inFlight, long dead, @Nullable Redrive redrive) {

  /**
   * @param status as SQS says it: RUNNING, COMPLETED, FAILED, ...
   * @param moved messages so far
   */
  record Redrive(String status, long moved) {}
}
