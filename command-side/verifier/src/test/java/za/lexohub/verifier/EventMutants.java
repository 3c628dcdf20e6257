package za.lexohub.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import za.lexohub.verifier.SampleLog.Row;

/** What happens to the events of a log. */
final class EventMutants extends Mutants {
  EventMutants(Supplier<Path> folder) {
    super(folder);
  }

  @Override
  List<Function<Random, Mutant>> kinds() {
    return List.of(
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
        this::backDated);
  }

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
    assertThat(mutant.run().report()).contains("checkpoint of size " + bad + " is no prefix");
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
    assertThat(mutant.run().named()).allMatch(range -> range[0] > at);
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
    assertThat(mutant.run().report())
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
}
