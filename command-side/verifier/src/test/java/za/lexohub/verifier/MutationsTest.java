package za.lexohub.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import za.lexohub.verifier.SampleLog.Row;

/**
 * Random mutations of a log, its checkpoints, tiles, packs and proofs: each is found, and where it
 * has a position, that position is named. {@code -Dlexohub.mutations=N} sets how many, {@code
 * -Dlexohub.mutations.seed=N} where to begin; a failing test's name has the seed to repeat it.
 */
class MutationsTest {

  private static final int SIZE = 437;
  private static final List<Integer> CHECKPOINTS = List.of(100, 256, 300, SIZE);
  private static final SamplePack.Keys KEYS = SamplePack.Keys.fresh();
  private static final SampleLog LOG = SampleLog.of(20, SIZE);

  private static final Map<String, byte[]> TILES = LOG.tiles(SIZE);
  private static final Map<Integer, byte[]> SIGNED =
      CHECKPOINTS.stream().collect(Collectors.toMap(s -> s, s -> LOG.checkpoint(s, KEYS.log())));
  private static final PackMutants MUTANTS = new PackMutants(LOG, KEYS);

  private final List<Function<Random, Mutant>> kinds =
      List.of(
          this::flippedBitOfTheExport,
          this::alteredField,
          this::alteredField,
          this::alteredFieldWithForgedHash,
          this::alteredFieldWithForgedHash,
          this::alteredFieldWithForgedHashAndNoTiles,
          this::deleted,
          this::deletedAndRenumbered,
          this::inserted,
          this::duplicated,
          this::exchanged,
          this::exchangedAndRenumbered,
          this::truncated,
          this::cutOff,
          this::swappedTenants,
          this::backDated,
          this::signedByAnother,
          this::rolledBackAndGrownAnew,
          this::restoredFromAnOlderBackup,
          this::alteredTile,
          this::alteredTileAlone,
          this::alteredProof,
          this::alteredPack,
          this::alteredPack,
          this::alteredPack,
          this::alteredPack);

  @TempDir Path folder;

  /** A run of the verifier on something altered, and what its report must name. */
  private record Mutant(String what, Run run, List<Long> positions, boolean exactly) {

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

  @TestFactory
  List<DynamicTest> every_mutation_is_found_and_its_position_named() {
    int count = Integer.getInteger("lexohub.mutations", 500);
    long first = Long.getLong("lexohub.mutations.seed", 1);
    List<DynamicTest> tests = new ArrayList<>();
    for (long seed = first; seed < first + count; seed++) {
      Random random = new Random(seed);
      Function<Random, Mutant> kind = kinds.get((int) (seed % kinds.size()));
      tests.add(DynamicTest.dynamicTest("seed " + seed, () -> kind.apply(random).isFound()));
    }
    return tests;
  }

  // What happens to the events

  private Mutant flippedBitOfTheExport(Random random) {
    byte[] export = LOG.wholeExport();
    int at = random.nextInt(export.length);
    int line =
        (int)
            new String(export, 0, at, StandardCharsets.ISO_8859_1)
                .chars()
                .filter(c -> c == '\n')
                .count();
    export[at] ^= (byte) (1 << random.nextInt(8));
    Run run = export(export, random.nextBoolean());
    boolean event = line > 0 && line <= SIZE && export[at] != '\n';
    return event
        ? Mutant.at("flip of byte " + at, run, false, (long) line)
        : Mutant.at("flip of byte " + at, run, false);
  }

  private Mutant alteredField(Random random) {
    List<Row> rows = copy();
    int at = random.nextInt(SIZE);
    rows.set(at, PackMutants.altered(rows.get(at), random));
    return Mutant.at("altered", export(rows, random.nextBoolean()), true, at + 1L);
  }

  private Mutant alteredFieldWithForgedHash(Random random) {
    List<Row> rows = copy();
    int at = random.nextInt(SIZE);
    Row altered = rows.get(at);
    while (altered.aggregateId().equals(LOG.rows.get(at).aggregateId())
        && altered.payload().equals(LOG.rows.get(at).payload())) {
      altered = PackMutants.altered(LOG.rows.get(at), random);
      if (altered.sequence() != LOG.rows.get(at).sequence()) {
        altered = LOG.rows.get(at);
      }
    }
    rows.set(at, altered.honest());
    boolean inItsPlace = altered.aggregateId().equals(LOG.rows.get(at).aggregateId());
    return Mutant.at("altered and forged", export(rows, true), inItsPlace, at + 1L);
  }

  private Mutant alteredFieldWithForgedHashAndNoTiles(Random random) {
    List<Row> rows = copy();
    int at = random.nextInt(SIZE);
    rows.set(at, PackMutants.altered(rows.get(at), random).honest());
    Mutant mutant = Mutant.at("altered and forged, no tiles", export(rows, false), false, at + 1L);
    int bad = CHECKPOINTS.stream().filter(size -> size > at).findFirst().orElseThrow();
    assertThat(mutant.run.report()).contains("checkpoint of size " + bad + " is no prefix");
    return mutant;
  }

  private Mutant deleted(Random random) {
    List<Row> rows = copy();
    int at = random.nextInt(SIZE);
    rows.remove(at);
    return Mutant.at("deleted", export(rows, random.nextBoolean()), true, at + 1L);
  }

  private Mutant deletedAndRenumbered(Random random) {
    List<Row> rows = copy();
    int at = random.nextInt(SIZE - 1);
    rows.remove(at);
    for (int i = at; i < rows.size(); i++) {
      rows.set(i, rows.get(i).at(i + 1).honest());
    }
    Mutant mutant = Mutant.at("renumbered", export(rows, true), false, at + 1L);
    assertThat(mutant.run.named()).allMatch(range -> range[0] > at);
    return mutant;
  }

  private Mutant inserted(Random random) {
    List<Row> rows = copy();
    int at = random.nextInt(SIZE);
    rows.add(at, PackMutants.altered(rows.get(at), random).honest());
    return Mutant.at("inserted", export(rows, random.nextBoolean()), false, at + 1L);
  }

  private Mutant duplicated(Random random) {
    List<Row> rows = copy();
    int at = random.nextInt(SIZE);
    rows.add(random.nextInt(SIZE), rows.get(at));
    return Mutant.at("duplicated", export(rows, random.nextBoolean()), true, at + 1L);
  }

  private Mutant exchanged(Random random) {
    List<Row> rows = copy();
    int one = random.nextInt(SIZE);
    int other = (one + 1 + (random.nextBoolean() ? 0 : random.nextInt(SIZE - 1))) % SIZE;
    rows.set(one, LOG.rows.get(other));
    rows.set(other, LOG.rows.get(one));
    Mutant mutant =
        Mutant.at("exchanged", export(rows, random.nextBoolean()), true, one + 1L, other + 1L);
    assertThat(mutant.run.report())
        .contains(
            "positions "
                + (Math.min(one, other) + 1)
                + ", "
                + (Math.max(one, other) + 1)
                + " exchanged");
    return mutant;
  }

  private Mutant exchangedAndRenumbered(Random random) {
    List<Row> rows = copy();
    int one = random.nextInt(SIZE - 1);
    int other = one + 1;
    rows.set(one, LOG.rows.get(other).at(one + 1).honest());
    rows.set(other, LOG.rows.get(one).at(other + 1).honest());
    return Mutant.at("exchanged, renumbered", export(rows, true), false, one + 1L, other + 1L);
  }

  private Mutant truncated(Random random) {
    int left = random.nextInt(SIZE);
    List<Row> rows = LOG.rows.subList(0, left);
    byte[] export = LOG.export("{\"log\":true}", rows, random.nextBoolean() ? left : SIZE);
    Run run = export(export, random.nextBoolean());
    assertThat(run.report())
        .contains(
            "log ends at "
                + left
                + ", checkpoint covers "
                + SIZE
                + ": "
                + (SIZE - left)
                + " events missing");
    return Mutant.at("truncated", run, false, left + 1L);
  }

  private Mutant cutOff(Random random) {
    byte[] export = LOG.wholeExport();
    byte[] cut = Arrays.copyOf(export, export.length - 1 - random.nextInt(export.length - 300));
    return Mutant.at("cut off", export(cut, random.nextBoolean()), false);
  }

  private Mutant swappedTenants(Random random) {
    List<Row> rows = copy();
    int at = random.nextInt(SIZE);
    Row row = rows.get(at);
    String other = SampleLog.TENANTS.get(1 - SampleLog.TENANTS.indexOf(row.tenant()));
    Row swapped =
        new Row(
            row.position(),
            row.eventId(),
            row.aggregateType(),
            row.aggregateId(),
            row.sequence(),
            row.type(),
            row.revision(),
            other,
            row.occurredAt(),
            row.recordedAt(),
            row.payload(),
            row.metadata(),
            row.claimed());
    boolean forged = random.nextBoolean();
    rows.set(at, forged ? swapped.honest() : swapped);
    return Mutant.at("tenant", export(rows, forged || random.nextBoolean()), true, at + 1L);
  }

  private Mutant backDated(Random random) {
    List<Row> rows = copy();
    int at = random.nextInt(SIZE);
    Row row = rows.get(at);
    long micros = 1 + random.nextInt(1_000_000_000);
    Row dated =
        new Row(
            row.position(),
            row.eventId(),
            row.aggregateType(),
            row.aggregateId(),
            row.sequence(),
            row.type(),
            row.revision(),
            row.tenant(),
            row.occurredAt().minusNanos(1000 * micros),
            row.recordedAt().minusNanos(1000 * micros),
            row.payload(),
            row.metadata(),
            row.claimed());
    boolean forged = random.nextBoolean();
    rows.set(at, forged ? dated.honest() : dated);
    return Mutant.at("back-dated", export(rows, forged || random.nextBoolean()), true, at + 1L);
  }

  // What happens to checkpoints, tiles and proofs

  private Mutant signedByAnother(Random random) {
    boolean known = random.nextBoolean();
    TestKey forger = known ? KEYS.log().forged() : TestKey.named(SampleLog.ORIGIN);
    Path checkpoint = Run.write(folder, "forged", LOG.checkpoint(SIZE, forger));
    Path export = Run.write(folder, "events.ndjson", LOG.wholeExport());
    Run run =
        Run.of("export", "--key", KEYS.log().verifierKey(), "--checkpoint", checkpoint, export);
    assertThat(run.report())
        .contains(known ? "checkpoint signature invalid" : "checkpoint signed by an unknown key");
    return Mutant.at("foreign key", run, false);
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
    Path older = Run.writeAll(folder.resolve("older" + back), LOG.tiles(back));
    Run.write(older, "checkpoint", LOG.checkpoint(back, KEYS.log()));
    Path newer = Run.write(folder, "kept", SIGNED.get(SIZE));
    Path file = Run.write(folder, "events.ndjson", export);
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
    Run run = export(LOG.wholeExport(), folder.resolve("altered"), tiles);
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
    Path bucket = Run.writeAll(folder.resolve("alone"), tiles);
    Path checkpoint = Run.write(folder, "cp", SIGNED.get(SIZE));
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
            Run.write(folder, "event.json", event),
            Run.write(folder, "e.tlog-proof", proof));
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
            Run.write(folder, "pack.zip", altered.zip()));
    assertThat(run.report()).describedAs(altered.what()).contains(altered.named());
    return altered.position() == 0
        ? Mutant.at(altered.what(), run, false)
        : Mutant.at(altered.what(), run, false, altered.position());
  }

  // Tools

  private Run export(List<Row> rows, boolean tiled) {
    return export(LOG.export("{\"log\":true}", rows, SIZE), tiled);
  }

  private Run export(byte[] export, boolean tiled) {
    return export(export, folder.resolve("bucket"), tiled ? TILES : Map.of());
  }

  private Run export(byte[] export, Path bucket, Map<String, byte[]> tiles) {
    List<Object> words = new ArrayList<>();
    for (int size : CHECKPOINTS) {
      words.add("--checkpoint");
      words.add(Run.write(folder, "cp" + size, SIGNED.get(size)));
    }
    if (!tiles.isEmpty()) {
      words.add("--tiles");
      words.add(Run.writeAll(bucket, tiles));
    }
    Path file = Run.write(folder, "events.ndjson", export);
    return Run.of("export", "--key", KEYS.log().verifierKey(), words, file);
  }

  private static List<Row> copy() {
    return new ArrayList<>(LOG.rows);
  }
}
