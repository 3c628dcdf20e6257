package za.lexohub.verifier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import za.lexohub.verifier.SampleLog.Row;

/** An auditor's pack, written for tests from its definition. */
final class SamplePack {

  final Map<String, byte[]> files = new LinkedHashMap<>();
  private final String scope;
  private final SampleLog log;
  private final List<Row> part;
  private final int size;

  /** {@code tenant} and {@code aggregate} may be null for a wider scope. */
  SamplePack(
      SampleLog log, String tenant, String aggregate, int size, List<Integer> older, Keys keys) {
    this.log = log;
    this.size = size;
    Predicate<Row> in =
        row ->
            (tenant == null || row.tenant().equals(tenant))
                && (aggregate == null || row.aggregateId().equals(aggregate));
    this.part = log.rows.subList(0, size).stream().filter(in).toList();
    String json = "{\"log\":true}";
    String words = "log";
    if (tenant != null) {
      json = "{\"tenant\":\"" + tenant + "\"";
      json += aggregate == null ? "}" : ",\"aggregateId\":\"" + aggregate + "\"}";
      words = "tenant " + tenant + (aggregate == null ? "" : " aggregate " + aggregate);
    }
    this.scope = words;
    files.put("README.txt", SampleLog.utf8("Read me – and verify me.\n"));
    files.put("verify.html", SampleLog.utf8("<!doctype html>"));
    files.put(
        "key.txt",
        SampleLog.utf8(keys.log().verifierKey() + "\n" + keys.pack().verifierKey() + "\n"));
    files.put("events.ndjson", log.export(json, part, size));
    files.put("checkpoint", log.checkpoint(size, keys.log()));
    for (int old : older) {
      files.put(String.format("checkpoints/%012d", old), log.checkpoint(old, keys.log()));
    }
    Set<String> needed = tenant == null ? null : needed();
    log.tiles(size)
        .forEach(
            (path, bytes) -> {
              if (needed == null || needed.contains(path)) {
                files.put(path, bytes);
              }
            });
    documents();
    files.put("schemas/Drafted.1.json", SampleLog.utf8("{\"type\":\"object\"}"));
    sign(keys.pack());
  }

  /** The log's key and the pack's. */
  record Keys(TestKey log, TestKey pack) {

    static Keys fresh() {
      return new Keys(TestKey.named(SampleLog.ORIGIN), TestKey.named(SampleLog.ORIGIN + "/pack"));
    }
  }

  /** The tiles that hold the part's leaves, those above them, and the right edge. */
  private Set<String> needed() {
    Set<String> needed = new TreeSet<>();
    int span = 1;
    for (int level = 0; size / span > 0; level++, span *= 256) {
      Set<Integer> numbers = new TreeSet<>();
      for (Row row : part) {
        int number = (int) ((row.position() - 1) / span / 256);
        if (number * 256 < size / span) {
          numbers.add(number);
        }
      }
      if (size / span % 256 > 0) {
        numbers.add(size / span / 256);
      }
      for (int number : numbers) {
        int width = Math.min(256, size / span - number * 256);
        needed.add(
            String.format("tile/%d/%03d", level, number) + (width < 256 ? ".p/" + width : ""));
      }
    }
    return needed;
  }

  private void documents() {
    List<String> entries = new ArrayList<>();
    for (Row row : part) {
      if (row.type().endsWith("PdfStored")) {
        String hash = row.payload().replaceFirst(".*\"sha256\":\"([0-9a-f]+)\".*", "$1");
        String name = "documents/" + (entries.size() + 1) + "-R" + row.position() + ".pdf";
        files.put(name, log.documents.get(hash));
        entries.add(
            "{\"file\":\""
                + name
                + "\",\"key\":\"pdf\",\"sha256\":\""
                + hash
                + "\",\"position\":"
                + row.position()
                + ",\"eventId\":\""
                + row.eventId()
                + "\"}");
      }
    }
    files.put("documents.json", SampleLog.utf8("[" + String.join(",\n", entries) + "]\n"));
  }

  /** Signs the files as they are now. */
  SamplePack sign(TestKey key) {
    files.remove("manifest.txt");
    StringBuilder text = new StringBuilder("lexohub-pack v1\norigin " + SampleLog.ORIGIN + "\n");
    text.append("scope ").append(scope).append("\ncreated 2026-11-22T17:00:00.000000Z\n");
    text.append("checkpoint " + size + " " + TestKey.base64(log.root(size)) + "\n");
    text.append("events ").append(part.size());
    text.append(" ").append(part.isEmpty() ? "-" : part.getFirst().position());
    text.append(" ").append(part.isEmpty() ? "-" : part.getLast().position()).append('\n');
    files.forEach(
        (name, bytes) ->
            text.append("file ")
                .append(HexFormat.of().formatHex(SampleLog.sha256(bytes)))
                .append(" " + bytes.length + " " + name + "\n"));
    files.put("manifest.txt", key.sign(text.toString()));
    return this;
  }

  /** Signs a list of the files in their place, as where no long text is signed. */
  SamplePack signList(TestKey key) {
    files.remove("files.txt");
    sign(key);
    String manifest = new String(files.get("manifest.txt"), StandardCharsets.UTF_8);
    int begin = manifest.indexOf("file ");
    byte[] list = SampleLog.utf8(manifest.substring(begin, manifest.indexOf("\n\n", begin) + 1));
    files.put("files.txt", list);
    files.put(
        "manifest.txt",
        key.sign(
            manifest.substring(0, begin).replace("lexohub-pack v1", "lexohub-pack v2")
                + "file "
                + HexFormat.of().formatHex(SampleLog.sha256(list))
                + " "
                + list.length
                + " files.txt\n"));
    return this;
  }

  List<Row> part() {
    return part;
  }

  byte[] zip() {
    return zip(files);
  }

  static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTime(1_700_000_000_000L);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The files as text of one byte per character, by name. */
  static Map<String, String> unzip(byte[] zip) {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
