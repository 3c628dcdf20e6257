package za.lexohub.verifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random mutations of a log, its checkpoints, tiles, packs and proofs: each is found, and where it
 * has a position, that position is named. {@code -Dlexohub.mutations=N} sets how many, {@code
 * -Dlexohub.mutations.seed=N} where to begin; a failing test's name has the seed to repeat it.
 */
class MutationsTest {
  @TempDir Path folder;

  private final List<Function<Random, Mutants.Mutant>> kinds =
      Stream.of(new EventMutants(() -> folder), new SealMutants(() -> folder))
          .flatMap(mutants -> mutants.kinds().stream())
          .toList();

  @TestFactory
  List<DynamicTest> every_mutation_is_found_and_its_position_named() {
    int count = Integer.getInteger("lexohub.mutations", 500);
    long first = Long.getLong("lexohub.mutations.seed", 1);
    List<DynamicTest> tests = new ArrayList<>();
    for (long seed = first; seed < first + count; seed++) {
      Random random = new Random(seed);
      Function<Random, Mutants.Mutant> kind = kinds.get((int) (seed % kinds.size()));
      tests.add(DynamicTest.dynamicTest("seed " + seed, () -> kind.apply(random).isFound()));
    }
    return tests;
  }
}
