package za.lexohub.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import za.lexohub.verifier.SampleLog.Row;

/** What happens to checkpoints, tiles, proofs and packs. */
final class SealMutants extends Mutants {
  private static final PackMutants MUTANTS = new PackMutants(LOG, KEYS);

  SealMutants(Supplier<Path> folder) {
    super(folder);
  }

  @Override
  List<Function<Random, Mutant>> kinds() {
    return List.of(
        this::signedByAnother,
        this::signedOutOfTime,
        this::rolledBackAndGrownAnew,
        this::restoredFromAnOlderBackup,
        this::alteredTile,
        this::alteredTileAlone,
        this::alteredProof,
        this::alteredPack,
        this::alteredPack,
        this::alteredPack,
        this::alteredPack);
  }

  private Mutant signedByAnother(Random random) {
    boolean known = random.nextBoolean();
    TestKey forger = known ? KEYS.log().forged() : TestKey.named(SampleLog.ORIGIN);
    Path checkpoint = Run.write(folder(), "forged", LOG.checkpoint(SIZE, forger));
    Path export = Run.write(folder(), "events.ndjson", LOG.wholeExport());
    Run run =
        Run.of("export", "--key", KEYS.log().verifierKey(), "--checkpoint", checkpoint, export);
    assertThat(run.report())
        .contains(known ? "checkpoint signature invalid" : "checkpoint signed by an unknown key");
    return Mutant.at("foreign key", run, false);
  }

  /** The key was changed after some checkpoint, and the other one of the two has signed. */
  private Mutant signedOutOfTime(Random random) {
    int after = 1 + random.nextInt(SIZE - 1);
    TestKey old = TestKey.named(SampleLog.ORIGIN);
    boolean retired = random.nextBoolean();
    int size = retired ? after + 1 + random.nextInt(SIZE - after) : random.nextInt(after + 1);
    Path checkpoint = Run.write(folder(), "late", LOG.checkpoint(size, retired ? old : KEYS.log()));
    Path change = Run.write(folder(), "change", KEYS.log().follows(old, 1, after));
    Path export =
        Run.write(
            folder(),
            "events.ndjson",
            LOG.export("{\"log\":true}", LOG.rows.subList(0, size), size));
    TestKey given = random.nextBoolean() ? old : KEYS.log();
    Run run =
        Run.of(
            "export",
            "--key",
            given.verifierKey(),
            "--key-change",
            change,
            "--checkpoint",
            checkpoint,
            export);
    assertThat(run.report())
        .contains(retired ? "signed by a key that is retired" : "came into use only after");
    return Mutant.at("out of time", run, false);
  }

  private Mutant rolledBackAndGrownAnew(Random random) {
    int back = random.nextInt(SIZE);
    SampleLog other = SampleLog.of(random.nextLong(), SIZE);
    List<Row> rows = new ArrayList<>(LOG.rows.subList(0, back));
    rows.addAll(other.rows.subList(back, SIZE));
    boolean tiled = random.nextBoolean();
    Run run = export(rows, tiled);
    if (tiled) {
      assertThat(run.named()).anyMatch(range -> range[0] == back + 1 && range[1] == SIZE);
    }
    return Mutant.at("rolled back to " + back, run, false, back + 1L);
  }

  private Mutant restoredFromAnOlderBackup(Random random) {
    int back = random.nextInt(SIZE);
    byte[] export = LOG.export("{\"log\":true}", LOG.rows.subList(0, back), back);
    Path older = Run.writeAll(folder().resolve("older" + back), LOG.tiles(back));
    Run.write(older, "checkpoint", LOG.checkpoint(back, KEYS.log()));
    Path newer = Run.write(folder(), "kept", SIGNED.get(SIZE));
    Path file = Run.write(folder(), "events.ndjson", export);
    Run run =
        random.nextBoolean()
            ? Run.of("export", "--key", KEYS.log().verifierKey(), "--checkpoint", newer, file)
            : Run.of(
                "export",
                "--key",
                KEYS.log().verifierKey(),
                "--tiles",
                older,
                "--checkpoint",
                newer,
                file);
    assertThat(run.report()).contains("log ends at " + back + ", checkpoint covers " + SIZE);
    return Mutant.at("restored", run, false, back + 1L);
  }

  private Mutant alteredTile(Random random) {
    Map<String, byte[]> tiles = new TreeMap<>(TILES);
    String path = List.copyOf(tiles.keySet()).get(random.nextInt(tiles.size()));
    byte[] tile = tiles.get(path).clone();
    int at = random.nextInt(tile.length);
    tile[at] ^= (byte) (1 << random.nextInt(8));
    tiles.put(path, tile);
    Run run = export(LOG.wholeExport(), folder().resolve("altered"), tiles);
    assertThat(run.report()).contains(path + " altered");
    long position = Tiles.Place.of(path).orElseThrow().number() * 256 + at / 32 + 1;
    return path.startsWith("tile/0/")
        ? Mutant.at(path, run, true, position)
        : Mutant.at(path, run, false);
  }

  private Mutant alteredTileAlone(Random random) {
    Map<String, byte[]> tiles = new TreeMap<>(TILES);
    tiles.putAll(LOG.tiles(300));
    String path = List.copyOf(tiles.keySet()).get(random.nextInt(tiles.size()));
    byte[] tile = tiles.get(path).clone();
    tile[random.nextInt(tile.length)] ^= (byte) (1 << random.nextInt(8));
    tiles.put(path, random.nextInt(4) == 0 ? Arrays.copyOf(tile, tile.length - 1) : tile);
    Path bucket = Run.writeAll(folder().resolve("alone"), tiles);
    Path checkpoint = Run.write(folder(), "cp", SIGNED.get(SIZE));
    Run run =
        Run.of("tiles", "--key", KEYS.log().verifierKey(), "--checkpoint", checkpoint, bucket);
    assertThat(run.report()).contains(path);
    return Mutant.at(path, run, false);
  }

  private Mutant alteredProof(Random random) {
    int index = random.nextInt(SIZE);
    byte[] event = SampleLog.utf8(LOG.rows.get(index).line());
    byte[] proof = LOG.proof(index, SIZE, KEYS.log());
    byte[] altered = random.nextBoolean() ? event : proof;
    altered[random.nextInt(altered.length - 1)] ^= (byte) (1 << random.nextInt(8));
    Run run =
        Run.of(
            "proof",
            "--key",
            KEYS.log().verifierKey(),
            Run.write(folder(), "event.json", event),
            Run.write(folder(), "e.tlog-proof", proof));
    return Mutant.at("proof", run, false);
  }

  private Mutant alteredPack(Random random) {
    PackMutants.Altered altered = MUTANTS.any(random);
    Run run =
        Run.of(
            "pack",
            "--key",
            KEYS.log().verifierKey(),
            "--pack-key",
            KEYS.pack().verifierKey(),
            Run.write(folder(), "pack.zip", altered.zip()));
    assertThat(run.report()).describedAs(altered.what()).contains(altered.named());
    return altered.position() == 0
        ? Mutant.at(altered.what(), run, false)
        : Mutant.at(altered.what(), run, false, altered.position());
  }
}
