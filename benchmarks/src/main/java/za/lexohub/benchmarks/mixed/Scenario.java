package za.lexohub.benchmarks.mixed;

/**
 * What is loaded, and how.
 *
 * @param practices that are filled beforehand
 * @param lives of each practice, at least five
 * @param rate requests a second
 * @param seconds for which they come
 * @param warmUp seconds before, at up to half the rate
 * @param readPercent of all requests
 * @param heap of the application, as {@code -Xmx} takes it
 */
public record Scenario(
    int practices, int lives, int rate, int seconds, int warmUp, int readPercent, String heap) {

  public Scenario {
    if (lives < 5 || practices < 1 || rate < 1) {
      throw new IllegalArgumentException("at least a practice, five lives and a request a second");
    }
    if (readPercent < 0 || readPercent > 100) {
      throw new IllegalArgumentException("so many of a hundred requests");
    }
  }
}
