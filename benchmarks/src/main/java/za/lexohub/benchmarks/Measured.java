package za.lexohub.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One measurement, or the medians of several.
 *
 * @param p50 milliseconds
 * @param p99 milliseconds
 */
record Measured(double perSecond, double p50, double p99) {

  static Measured median(List<Measured> rounds) {
    return new Measured(
        median(rounds, Measured::perSecond),
        median(rounds, Measured::p50),
        median(rounds, Measured::p99));
  }

  private static double median(List<Measured> rounds, ToDoubleFunction<Measured> of) {
    return median(rounds.stream().mapToDouble(of).toArray());
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
