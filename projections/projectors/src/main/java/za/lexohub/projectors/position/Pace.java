package za.lexohub.projectors.position;

/** How quick something moves on, over the last few seconds. For one thread. */
public final class Pace {

  private static final double MEMORY_SECONDS = 5;
  private static final double NANOS = 1e9;

  /** Less than this is standing still. */
  private static final double LEAST = 0.1;

  private long position;
  private long atNanos;
  private double rate;

  public Pace(long position, long nowNanos) {
    this.position = position;
    this.atNanos = nowNanos;
  }

  /** Positions a second; 0 for what has begun anew and is behind where it was. */
  public double at(long nowPosition, long nowNanos) {
    double seconds = (nowNanos - atNanos) / NANOS;
    if (seconds > 0) {
      double moved = Math.max(0, nowPosition - position) / seconds;
      rate += (moved - rate) * (1 - Math.exp(-seconds / MEMORY_SECONDS));
      if (rate < LEAST) {
        rate = 0;
      }
      position = nowPosition;
      atNanos = nowNanos;
    }
    return rate;
  }
}
