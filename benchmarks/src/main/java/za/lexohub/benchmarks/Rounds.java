package za.lexohub.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contestants that take turns. Every round has each of them once, and the next round begins with
 * the next one, so that a slow minute of the machine hurts all of them alike.
 */
final class Rounds {

  /** Measures one contestant once. */
  interface Turn<C> {
    Measured of(C contestant) throws Exception;
  }

  private Rounds() {}

  /** The results of each contestant, without those of the warm-up. */
  static <C> Map<C, List<Measured>> alternate(
      List<C> contestants, int warmUps, int rounds, Turn<C> turn) throws Exception {
    Map<C, List<Measured>> results = new LinkedHashMap<>();
    contestants.forEach(contestant -> results.put(contestant, new ArrayList<>()));
    for (int round = -warmUps; round < rounds; round++) {
      for (int i = 0; i < contestants.size(); i++) {
        C contestant = contestants.get(Math.floorMod(round + i, contestants.size()));
        Measured measured = turn.of(contestant);
        if (round >= 0) {
          results.get(contestant).add(measured);
        }
      }
    }
    return results;
  }
}
