package za.lexohub.embedded.part;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class, and ends its JVM when whoever started it is gone, however that came
 * about.
 *
 * <p>The starter holds the other end of standard input and never writes; the system closes it when
 * the starter ends, also by {@code kill -9}. This class is copied into the data folder and runs
 * there alone: it may refer to nothing but the JDK.
 */
public final class Leash {

  private static final long PATIENCE_MILLIS = 10_000;

  private Leash() {}

  /** The first argument names the main class to run, the others are its arguments. */
  public static void main(String[] arguments) throws Throwable {
    Thread watcher = new Thread(Leash::endWithTheStarter, "leash");
    watcher.setDaemon(true);
    watcher.start();
    try {
      Class.forName(arguments[0])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void endWithTheStarter() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever said, only the end matters.
      }
    } catch (IOException alsoTheEnd) {
      // As good as the end of the stream.
    }
    Thread deadline = new Thread(Leash::haltAfterPatience, "leash-deadline");
    deadline.setDaemon(true);
    deadline.start();
    System.exit(0);
  }

  private static void haltAfterPatience() {
    try {
      Thread.sleep(PATIENCE_MILLIS);
    } catch (InterruptedException atOnce) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
