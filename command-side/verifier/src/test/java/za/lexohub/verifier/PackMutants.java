package za.lexohub.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import za.lexohub.verifier.SampleLog.Row;

/**
 * Packs of a log, altered at random: by a stranger, or by one who holds the pack's key but not the
 * log's.
 */
final class PackMutants {

  /**
   * An altered pack, the position that must be named (0: none), and a word that the report must
   * hold.
   */
  record Altered(String what, byte[] zip, long position, String named) {}

  private final SampleLog log;
  private final SamplePack.Keys keys;
  private final int size;
  private final List<Function<Random, Altered>> kinds =
      List.of(
          this::file,
          this::file,
          this::addedOrMissingFile,
          this::foreignSignature,
          this::document,
          this::eventFromWithin,
          this::lackingEventFromWithin,
          this::wholeLogFromWithin,
          this::tileFromWithin,
          this::olderCheckpointFromWithin);

  PackMutants(SampleLog log, SamplePack.Keys keys) {
    this.log = log;
    this.keys = keys;
    this.size = log.rows.size();
  }

  Altered any(Random random) {
    return kinds.get(random.nextInt(kinds.size())).apply(random);
  }

  private Altered file(Random random) {
    Map<String, byte[]> files = pack(log, tenant(random)).files;
    String name = List.copyOf(files.keySet()).get(random.nextInt(files.size()));
    byte[] bytes = files.get(name).clone();
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    files.put(name, bytes);
    return new Altered("altered " + name, SamplePack.zip(files), 0, name);
  }

  private Altered addedOrMissingFile(Random random) {
    Map<String, byte[]> files = pack(log, tenant(random)).files;
    String name = List.copyOf(files.keySet()).get(random.nextInt(files.size()));
    if (random.nextBoolean()) {
      files.remove(name);
    } else {
      files.put(name + ".bak", files.get(name));
    }
    return new Altered("added or missing " + name, SamplePack.zip(files), 0, name);
  }

  private Altered foreignSignature(Random random) {
    SamplePack pack = pack(log, tenant(random));
    boolean known = random.nextBoolean();
    TestKey forger = known ? keys.pack().forged() : TestKey.named(keys.pack().name());
    String named = known ? "signature invalid" : "signed by an unknown key";
    return new Altered("foreign pack key", pack.sign(forger).zip(), 0, "manifest.txt " + named);
  }

  private Altered document(Random random) {
    SamplePack pack = pack(log, tenant(random));
    List<String> names =
        pack.files.keySet().stream().filter(name -> name.endsWith(".pdf")).toList();
    if (names.isEmpty()) {
      return file(random);
    }
    String name = names.get(random.nextInt(names.size()));
    byte[] pdf = pack.files.get(name).clone();
    pdf[random.nextInt(pdf.length)] ^= 1;
    pack.files.put(name, pdf);
    long position = Long.parseLong(name.replaceFirst(".*-R(\\d+)\\.pdf", "$1"));
    return new Altered("altered " + name, pack.sign(keys.pack()).zip(), position, name);
  }

  private Altered eventFromWithin(Random random) {
    String tenant = tenant(random);
    SamplePack pack = pack(log, tenant);
    Row row = pack.part().get(random.nextInt(pack.part().size()));
    Row altered = altered(row, random);
    while (!altered.aggregateId().equals(row.aggregateId())
        || altered.sequence() != row.sequence()
        || !altered.tenant().equals(tenant)) {
      altered = altered(row, random);
    }
    List<Row> part = new ArrayList<>(pack.part());
    part.set(part.indexOf(row), altered.honest());
    pack.files.put("events.ndjson", log.export(scope(tenant), part, size));
    return new Altered(
        "forged event", pack.sign(keys.pack()).zip(), row.position(), "leaf hash forged");
  }

  private Altered lackingEventFromWithin(Random random) {
    String tenant = tenant(random);
    SamplePack pack = pack(log, tenant);
    List<Row> later = pack.part().stream().filter(row -> row.sequence() > 0).toList();
    Row next = later.get(random.nextInt(later.size()));
    List<Row> part = new ArrayList<>(pack.part());
    part.removeIf(
        row ->
            row.aggregateId().equals(next.aggregateId()) && row.sequence() == next.sequence() - 1);
    pack.files.put("events.ndjson", log.export(scope(tenant), part, size));
    return new Altered("lacking", pack.sign(keys.pack()).zip(), next.position(), "missing");
  }

  private Altered wholeLogFromWithin(Random random) {
    SamplePack pack = pack(log, null);
    List<Row> rows = new ArrayList<>(log.rows);
    int at = random.nextInt(size - 1);
    int other = at + 1 + random.nextInt(size - at - 1);
    String named;
    switch (random.nextInt(5)) {
      case 0 -> {
        rows.remove(at);
        named = "position " + (at + 1) + " missing";
      }
      case 1 -> {
        rows.add(other, rows.get(at));
        named = "position " + (at + 1) + " inserted/duplicated";
      }
      case 2 -> {
        rows.set(at, log.rows.get(other));
        rows.set(other, log.rows.get(at));
        named = "positions " + (at + 1) + ", " + (other + 1) + " exchanged";
      }
      case 3 -> {
        rows.set(at, altered(rows.get(at), random));
        named = "position " + (at + 1) + ": payload or field altered";
      }
      default -> {
        rows.subList(at, size).clear();
        named = "log ends at " + at + ", checkpoint covers " + size;
      }
    }
    pack.files.put("events.ndjson", log.export(scope(null), rows, size));
    return new Altered("whole log", pack.sign(keys.pack()).zip(), at + 1, named);
  }

  private Altered tileFromWithin(Random random) {
    SamplePack pack = pack(log, null);
    List<String> names =
        pack.files.keySet().stream().filter(name -> name.startsWith("tile/")).toList();
    String name = names.get(random.nextInt(names.size()));
    byte[] tile = pack.files.get(name).clone();
    int at = random.nextInt(tile.length);
    tile[at] ^= (byte) (1 << random.nextInt(8));
    pack.files.put(name, tile);
    long position =
        name.startsWith("tile/0/")
            ? Tiles.Place.of(name).orElseThrow().number() * 256 + at / 32 + 1
            : 0;
    return new Altered(
        "altered " + name, pack.sign(keys.pack()).zip(), position, name + " altered");
  }

  private Altered olderCheckpointFromWithin(Random random) {
    SamplePack pack = pack(log, null);
    SampleLog other = SampleLog.of(random.nextLong(), size);
    int old = size / 4;
    pack.files.put(String.format("checkpoints/%012d", old), other.checkpoint(old, keys.log()));
    return new Altered(
        "two histories",
        pack.sign(keys.pack()).zip(),
        0,
        "checkpoint of size " + old + " contradicts");
  }

  SamplePack pack(SampleLog of, String tenant) {
    return new SamplePack(of, tenant, null, size, List.of(size / 4, size / 2), keys);
  }

  private static String tenant(Random random) {
    return SampleLog.TENANTS.get(random.nextInt(2));
  }

  private static String scope(String tenant) {
    return tenant == null ? "{\"log\":true}" : "{\"tenant\":\"" + tenant + "\"}";
  }

  /** The event with one field altered; the claimed leaf hash stays. */
  static Row altered(Row row, Random random) {
    int field = random.nextInt(10);
    return new Row(
        row.position(),
        field == 0 ? new UUID(random.nextLong(), 1) : row.eventId(),
        field == 1 ? row.aggregateType() + "s" : row.aggregateType(),
        field == 2 ? row.aggregateId().replace('a', 'b') + "0" : row.aggregateId(),
        field == 3 ? row.sequence() + 1 + random.nextInt(3) : row.sequence(),
        field == 4 ? row.type() + "Twice" : row.type(),
        field == 5 ? "3" : row.revision(),
        field == 6 ? row.tenant().replace('7', '8') : row.tenant(),
        field == 7 ? row.occurredAt().plusNanos(1000) : row.occurredAt(),
        row.recordedAt(),
        field == 8 ? row.payload().replaceFirst("}$", ",\"extra\":0}") : row.payload(),
        field == 9 ? "{\"actor\":\"Mallory\"}" : row.metadata(),
        row.claimed());
  }
}
