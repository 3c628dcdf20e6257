package za.lexohub.benchmarks.restore;

import java.util.List;

/**
 * What came of it.
 *
 * @param events in the log when the backup was begun
 * @param backupBytes of the base backup
 * @param segmentBytes of the archived write-ahead log
 * @param written events that were appended while the base backup was taken
 * @param lostEvents acknowledged and not in the archive when the server was killed
 * @param lostSeconds how long before the kill the first of them was acknowledged
 */
public record Outcome(
    long events,
    long backupBytes,
    double backupSeconds,
    long written,
    long segmentBytes,
    List<Restored> restored,
    long lostEvents,
    double lostSeconds) {

  public Outcome {
    restored = List.copyOf(restored);
  }

  /**
   * One restore.
   *
   * @param to up to where
   * @param head the last position that is there
   * @param sealed the size of the last checkpoint that was stored outside
   * @param copySeconds to lay the base backup out
   * @param recoverSeconds until PostgreSQL had read the archive and let somebody in
   * @param verifySeconds to export and verify the whole log
   * @param rebuildSeconds to make the read models anew; 0 when none were
   * @param verdict of the verifier, in one line
   */
  public record Restored(
      String to,
      long head,
      long sealed,
      double copySeconds,
      double recoverSeconds,
      double verifySeconds,
      double rebuildSeconds,
      String verdict) {

    /** Sealed events that are not there. */
    public long missing() {
      return Math.max(0, sealed - head);
    }

    /** Until it could be worked on again. */
    public double totalSeconds() {
      return copySeconds + recoverSeconds + verifySeconds + rebuildSeconds;
    }
  }
}
