package za.lexohub.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No false alarm: whatever was not touched verifies, at every size where trees change their shape.
 */
class CleanLogsTest {

  @TempDir Path folder;

  static Stream<Integer> sizes() {
    Random random = new Random(2026);
    Stream<Integer> edges =
        Stream.of(0, 1, 2, 3, 4, 7, 8, 9, 255, 256, 257, 511, 512, 513, 768, 1024);
    Stream<Integer> others = IntStream.generate(() -> random.nextInt(900)).limit(36).boxed();
    return Stream.of(edges, others, Stream.of(65_537)).flatMap(s -> s);
  }

  @ParameterizedTest(name = "a clean log of {0} events raises no alarm")
  @MethodSource("sizes")
  void a_clean_log_raises_no_alarm(int size) {
    SampleLog log = SampleLog.of(size, size);
    SamplePack.Keys keys = SamplePack.Keys.fresh();
    String key = keys.log().verifierKey();
    Random random = new Random(size);
    List<Object> checkpoints = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>(List.of(size));
    for (int i = 0; i < 3 && size > 0; i++) {
      sizes.add(random.nextInt(size));
    }
    sizes.forEach(
        s -> {
          Path file = Run.write(folder, "cp/" + s, log.checkpoint(s, keys.log()));
          checkpoints.addAll(List.of("--checkpoint", file));
        });
    Path export = Run.write(folder, "events.ndjson", log.wholeExport());
    Run.write(folder, "bucket/README", new byte[0]);
    Path tiles = Run.writeAll(folder.resolve("bucket"), log.tiles(size));
    clean(Run.of("export", "--key", key, checkpoints, export));
    clean(Run.of("export", "--key", key, "--tiles", tiles, checkpoints, export));
    clean(Run.of("tiles", "--key", key, checkpoints, tiles));
    clean(pack(new SamplePack(log, null, null, size, sizes, keys), keys));
    if (size > 0 && size < 10_000) {
      SampleLog.Row row = log.rows.get(random.nextInt(size));
      clean(pack(new SamplePack(log, row.tenant(), null, size, sizes, keys), keys));
      clean(pack(new SamplePack(log, row.tenant(), row.aggregateId(), size, sizes, keys), keys));
      int index = (int) row.position() - 1;
      Path event = Run.write(folder, "event.json", SampleLog.utf8(row.line()));
      Path proof = Run.write(folder, "e.tlog-proof", log.proof(index, size, keys.log()));
      clean(Run.of("proof", "--key", key, event, proof));
    }
  }

  private Run pack(SamplePack pack, SamplePack.Keys keys) {
    Path file = Run.write(folder, "pack.zip", pack.zip());
    return Run.of(
        "pack", "--key", keys.log().verifierKey(), "--pack-key", keys.pack().verifierKey(), file);
  }

  private static void clean(Run run) {
    assertThat(run.report()).startsWith("VERIFIED").doesNotContain("!");
    assertThat(run.exit()).isZero();
  }
}
