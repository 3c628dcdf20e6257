package za.lexohub.verifier;

import java.io.PrintStream;

/** Says on the error stream, every few seconds of a long run, how far it is. */
final class Progress {

  private static final long PAUSE_NANOS = 3_000_000_000L;
  private static final int STEPS = 4096;

  private final PrintStream err;
  private long steps;
  private long told = System.nanoTime();

  Progress(PrintStream err) {
    this.err = err;
  }

  void step() {
    if (++steps % STEPS == 0 && System.nanoTime() - told > PAUSE_NANOS) {
      err.printf("… %,d events checked%n", steps);
      told = System.nanoTime();
    }
  }

  void now(String what) {
    err.println("… " + what);
  }
}
