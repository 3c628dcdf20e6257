package za.lexohub.readmodels.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * How far a version of a read model is that is built beside the one that is read.
 *
 * @param state of {@link Rebuild.State}
 * @param percent of the log that it has applied
 * @param secondsLeft by its pace of the last few seconds; null while it stands still or is no more
 */
public record RebuildProgress(int version, String state, int percent, @Nullable Long secondsLeft) {

  private static final long ALL = 100;

  /**
   * @param reached position
   * @param head the position of the last event in the log
   * @param rate positions a second
   */
  static RebuildProgress of(
      int version, Rebuild.State state, long reached, long head, double rate) {
    boolean done = reached >= head;
    Long left = null;
    if (state.beside() != null) {
      if (done) {
        left = 0L;
      } else if (rate > 0) {
        left = (long) Math.ceil((head - reached) / rate);
      }
    }
    return new RebuildProgress(
        version, state.name(), (int) (done ? ALL : reached * ALL / head), left);
  }
}
