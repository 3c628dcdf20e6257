package za.lexohub.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import za.lexohub.verifier.SampleLog.Row;

/** What was altered in the sample log, and the runs of the verifier on it. */
abstract class Mutants {
  static final int SIZE = 313;
  static final List<Integer> CHECKPOINTS = List.of(100, 256, 300, SIZE);
  static final SamplePack.Keys KEYS = SamplePack.Keys.fresh();
  static final SampleLog LOG = SampleLog.of(20, SIZE);
  static final Map<String, byte[]> TILES = LOG.tiles(SIZE);
  static final Map<Integer, byte[]> SIGNED =
      CHECKPOINTS.stream().collect(Collectors.toMap(s -> s, s -> LOG.checkpoint(s, KEYS.log())));

  private final Supplier<Path> folder;

  /**
   * @param folder where a run finds its files
   */
  Mutants(Supplier<Path> folder) {
    this.folder = folder;
  }

  /** As often as they are to come up. */
  abstract List<Function<Random, Mutant>> kinds();

  /** A run of the verifier on something altered, and what its report must name. */
  record Mutant(String what, Run run, List<Long> positions, boolean exactly) {

    static Mutant at(String what, Run run, boolean exactly, Long... positions) {
      return new Mutant(what + " " + Arrays.toString(positions), run, List.of(positions), exactly);
    }

    void isFound() {
      String told = what + "\n" + run.report() + run.errors();
      assertThat(run.exit()).describedAs(told).isEqualTo(1);
      assertThat(run.report()).describedAs(told).startsWith("NOT VERIFIED").contains("  ! ");
      for (long position : positions) {
        assertThat(run.names(position)).describedAs(told).isTrue();
        if (exactly && positions.size() == 1) {
          assertThat(run.namesOnly(position)).describedAs(told).isTrue();
        }
      }
    }
  }

  Path folder() {
    return folder.get();
  }

  Run export(List<Row> rows, boolean tiled) {
    return export(LOG.export("{\"log\":true}", rows, SIZE), tiled);
  }

  Run export(byte[] export, boolean tiled) {
    return export(export, folder().resolve("bucket"), tiled ? TILES : Map.of());
  }

  Run export(byte[] export, Path bucket, Map<String, byte[]> tiles) {
    List<Object> words = new ArrayList<>();
    for (int size : CHECKPOINTS) {
      words.add("--checkpoint");
      words.add(Run.write(folder(), "cp" + size, SIGNED.get(size)));
    }
    if (!tiles.isEmpty()) {
      words.add("--tiles");
      words.add(Run.writeAll(bucket, tiles));
    }
    Path file = Run.write(folder(), "events.ndjson", export);
    return Run.of("export", "--key", KEYS.log().verifierKey(), words, file);
  }

  static List<Row> copy() {
    return new ArrayList<>(LOG.rows);
  }
}
