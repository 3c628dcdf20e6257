package za.lexohub.audit.command;

import java.io.PrintStream;
import java.util.Locale;

/** Says on standard error, every now and then, how far it is. */
final class Progress {

  private static final long EVERY_NANOS = 2_000_000_000L;

  private final PrintStream err;
  private final String what;
  private final long total;
  private final long start = System.nanoTime();
  private long last = start;
  private long done;

  /**
   * @param total how many there will be, about
   */
  Progress(PrintStream err, String what, long total) {
    this.err = err;
    this.what = what;
    this.total = total;
  }

  void one() {
    done++;
    if ((done & 0xFF) == 0 && System.nanoTime() - last > EVERY_NANOS) {
      last = System.nanoTime();
      err.printf(
          Locale.ROOT,
          "%s %,d of %,d (%d %%), %,d a second%n",
          what,
          done,
          total,
          total == 0 ? 100 : 100 * done / total,
          rate());
    }
  }

  void end() {
    err.printf(
        Locale.ROOT,
        "%s %,d in %.1f s, %,d a second%n",
        what,
        done,
        (System.nanoTime() - start) / 1e9,
        rate());
  }

  private long rate() {
    return (long) (done / Math.max(1e-3, (System.nanoTime() - start) / 1e9));
  }
}
