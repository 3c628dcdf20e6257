package za.lexohub.verifier;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A log written for tests straight from the formats' definitions: slow, and sharing no line with
 * the verifier, so that both would have to be wrong in the same way.
 */
final class SampleLog {

  /** One event. {@code claimed} is what its line gives as leaf hash. */
  record Row(
      long position,
      UUID eventId,
      String aggregateType,
      String aggregateId,
      long sequence,
      String type,
      String revision,
      String tenant,
      Instant occurredAt,
      Instant recordedAt,
      String payload,
      String metadata,
      byte[] claimed) {

    byte[] leaf() {
      return sha256(new byte[] {0}, record());
    }

    byte[] record() {
      try {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(8);
        out.writeLong(position);
        out.writeInt(16);
        out.writeLong(eventId.getMostSignificantBits());
        out.writeLong(eventId.getLeastSignificantBits());
        text(out, aggregateType);
        text(out, aggregateId);
        out.writeInt(8);
        out.writeLong(sequence);
        text(out, type);
        text(out, revision);
        text(out, tenant);
        out.writeInt(8);
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, occurredAt));
        out.writeInt(8);
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt));
        text(out, payload);
        text(out, metadata);
        return bytes.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The same with the leaf hash that belongs to its content. */
    Row honest() {
      return claiming(leaf());
    }

    Row claiming(byte[] hash) {
      return new Row(
          position,
          eventId,
          aggregateType,
          aggregateId,
          sequence,
          type,
          revision,
          tenant,
          occurredAt,
          recordedAt,
          payload,
          metadata,
          hash);
    }

    Row at(long other) {
      return new Row(
          other,
          eventId,
          aggregateType,
          aggregateId,
          sequence,
          type,
          revision,
          tenant,
          occurredAt,
          recordedAt,
          payload,
          metadata,
          claimed);
    }

    String line() {
      return "{\"position\":"
          + position
          + ",\"eventId\":\""
          + eventId
          + "\",\"aggregateType\":"
          + quoted(aggregateType)
          + ",\"aggregateId\":"
          + quoted(aggregateId)
          + ",\"sequence\":"
          + sequence
          + ",\"type\":"
          + quoted(type)
          + ",\"revision\":"
          + quoted(revision)
          + ",\"tenant\":"
          + quoted(tenant)
          + ",\"occurredAt\":\""
          + micros(occurredAt)
          + "\",\"recordedAt\":\""
          + micros(recordedAt)
          + "\",\"payload\":"
          + quoted(payload)
          + ",\"metadata\":"
          + quoted(metadata)
          + ",\"leafHash\":\""
          + HexFormat.of().formatHex(claimed)
          + "\"}\n";
    }

    private static void text(DataOutputStream out, String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  static final String ORIGIN = "lexohub.test/log";
  static final List<String> TENANTS =
      List.of("7a1d0c5e-0001-4000-8000-000000000001", "7a1d0c5e-0002-4000-8000-000000000002");
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final Instant START = Instant.parse("2026-11-22T10:00:00.123456Z");

  final List<Row> rows;
  final Map<String, byte[]> documents;
  private final Map<String, byte[]> roots = new HashMap<>();

  SampleLog(List<Row> rows, Map<String, byte[]> documents) {
    this.rows = rows;
    this.documents = documents;
  }

  static SampleLog of(long seed, int size) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    Map<String, byte[]> documents = new TreeMap<>();
    Map<String, Long> sequences = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      String tenant = TENANTS.get(random.nextInt(2));
      int number = random.nextInt(1 + size / 12);
      boolean invoice = number % 2 == 0;
      UUID aggregate = UUID.nameUUIDFromBytes((tenant + number).getBytes(StandardCharsets.UTF_8));
      long sequence = sequences.merge(aggregate.toString(), 1L, Long::sum) - 1;
      String type = List.of("Drafted", "Sent", "Paid – R 1 250,00", "NoteAdded").get(i % 4);
      String payload = payload(random);
      if (random.nextInt(40) == 0) {
        byte[] pdf = new byte[200 + random.nextInt(300)];
        random.nextBytes(pdf);
        type = invoice ? "InvoicePdfStored" : "ProFormaPdfStored";
        String hash = HexFormat.of().formatHex(sha256(pdf));
        payload =
            "{\"key\":\"pdf/" + i + "\",\"sha256\":\"" + hash + "\",\"size\":" + pdf.length + "}";
        documents.put(hash, pdf);
      }
      rows.add(
          new Row(
                  i + 1,
                  new UUID(random.nextLong(), random.nextLong()),
                  invoice ? "Invoice" : "ProForma",
                  aggregate.toString(),
                  sequence,
                  type,
                  "" + (1 + i % 2),
                  tenant,
                  START.plus(i * 1_000_003L, ChronoUnit.MICROS),
                  START.plus(i * 1_000_003L + random.nextInt(999), ChronoUnit.MICROS),
                  payload,
                  i % 5 == 0 ? "{}" : "{\"actor\":\"Nomvula Dlamini\",\"reason\":\"π ≠ 3\"}",
                  new byte[32])
              .honest());
    }
    return new SampleLog(rows, documents);
  }

  private static String payload(Random random) {
    String[] texts = {
      "Ünïcode – R 1 250,00", "日本語", "\uD83D\uDE80 up", "say \\\"hi\\\"", "line\\nbreak", "x/y"
    };
    StringBuilder payload = new StringBuilder("{\"amount\":{\"minor\":" + random.nextInt(1 << 20));
    payload.append(",\"currency\":\"ZAR\"},\"text\":\"").append(texts[random.nextInt(6)]);
    if (random.nextInt(50) == 0) {
      payload.append("é".repeat(4_000));
    }
    return payload.append("\"}").toString();
  }

  SampleLog with(List<Row> other) {
    return new SampleLog(other, documents);
  }

  /** RFC 6962, section 2.1, word for word. */
  byte[] root(int size) {
    return root(0, size);
  }

  private byte[] root(int from, int to) {
    if (from == to) {
      return sha256();
    }
    if (to - from == 1) {
      return rows.get(from).claimed();
    }
    byte[] known = roots.get(from + "-" + to);
    if (known == null) {
      int split = Integer.highestOneBit(to - from - 1);
      known = sha256(new byte[] {1}, root(from, from + split), root(from + split, to));
      if (to - from >= 16) {
        roots.put(from + "-" + to, known);
      }
    }
    return known;
  }

  /** RFC 6962, section 2.1.1. */
  List<byte[]> path(int index, int from, int to) {
    if (to - from == 1) {
      return new ArrayList<>();
    }
    int split = from + Integer.highestOneBit(to - from - 1);
    List<byte[]> path = index < split ? path(index, from, split) : path(index, split, to);
    path.add(index < split ? root(split, to) : root(from, split));
    return path;
  }

  byte[] proof(int index, int size, TestKey key) {
    StringBuilder proof = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + index + "\n");
    path(index, 0, size).forEach(hash -> proof.append(TestKey.base64(hash)).append('\n'));
    byte[] checkpoint = checkpoint(size, key);
    return utf8(proof.append('\n') + new String(checkpoint, StandardCharsets.UTF_8));
  }

  byte[] checkpoint(int size, TestKey key) {
    return key.sign(ORIGIN + "\n" + size + "\n" + TestKey.base64(root(size)) + "\n");
  }

  /** Every tile of the tree of this size. */
  Map<String, byte[]> tiles(int size) {
    Map<String, byte[]> tiles = new TreeMap<>();
    int span = 1;
    for (int level = 0; size / span > 0; level++, span *= 256) {
      for (int number = 0; number * 256 < size / span; number++) {
        int width = Math.min(256, size / span - number * 256);
        ByteArrayOutputStream tile = new ByteArrayOutputStream();
        for (int i = 0; i < width; i++) {
          int from = (number * 256 + i) * span;
          tile.writeBytes(root(from, from + span));
        }
        String path = String.format("%03d", number % 1000);
        if (number >= 1000) {
          path = String.format("x%03d/", number / 1000) + path;
        }
        tiles.put(
            "tile/" + level + "/" + path + (width < 256 ? ".p/" + width : ""), tile.toByteArray());
      }
    }
    return tiles;
  }

  byte[] export(String scope, List<Row> part, int checkpointSize) {
    StringBuilder text =
        new StringBuilder(
            "{\"lexohub\":\"event-export\",\"version\":1,\"origin\":"
                + quoted(ORIGIN)
                + ",\"scope\":"
                + scope
                + ",\"checkpointSize\":"
                + checkpointSize
                + "}\n");
    part.forEach(row -> text.append(row.line()));
    return utf8(text + trailer(part, utf8(text.toString())));
  }

  static String trailer(List<Row> part, byte[] before) {
    return "{\"trailer\":{\"events\":"
        + part.size()
        + ",\"firstPosition\":"
        + (part.isEmpty() ? null : part.getFirst().position())
        + ",\"lastPosition\":"
        + (part.isEmpty() ? null : part.getLast().position())
        + ",\"sha256\":\""
        + HexFormat.of().formatHex(sha256(before))
        + "\"}}\n";
  }

  byte[] wholeExport() {
    return export("{\"log\":true}", rows, rows.size());
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Arrays.stream(parts).forEach(digest::update);
      return digest.digest();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String micros(Instant instant) {
    return MICROS.format(instant);
  }

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c < 0x20) {
                quoted.append(String.format("\\u%04x", c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
