package za.lexohub.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * The files of a pack. A ZIP names its files twice, before each file and in a directory at its end,
 * and programs believe the one or the other: both must say the same. Nothing is ever unpacked to
 * disk.
 */
final class PackZip implements AutoCloseable, Tiles {

  /** What a file hashes to, and how long it is. */
  record Content(String sha256, long bytes) {}

  private static final int MOST_FILES = 2_000_000;
  private static final long ALWAYS_FINE = 64L << 20;
  private static final int RATIO = 200;

  private final ZipFile zip;
  private final Map<String, Content> files = new LinkedHashMap<>();
  private final byte[] buffer = new byte[1 << 16];
  private final long limit;
  private long total;

  PackZip(Path file, Findings findings) throws IOException {
    this.zip = new ZipFile(file.toFile());
    try {
      limit = Math.max(ALWAYS_FINE, Math.multiplyExact(Files.size(file), (long) RATIO));
      directory(findings);
      total = 0;
      compare(file, findings);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  Map<String, Content> files() {
    return files;
  }

  /** Opens a file of the pack. */
  InputStream open(String name) throws IOException {
    InputStream in = zip.getInputStream(new ZipEntry(name));
    if (in == null) {
      throw new ZipException("no file " + name);
    }
    return in;
  }

  /** A file of the pack as a whole, or nothing when there is none. */
  Optional<byte[]> read(String name, int most) throws IOException, Malformed {
    if (!files.containsKey(name)) {
      return Optional.empty();
    }
    try (InputStream in = open(name)) {
      return Optional.of(Bytes.all(in, most));
    }
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    if (!files.containsKey(path)) {
      return Optional.empty();
    }
    try (InputStream in = open(path)) {
      return Optional.of(in.readNBytes(WIDTH * 32 + 1));
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void directory(Findings findings) throws IOException {
    Set<String> folded = new HashSet<>();
    var entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      String name = entry.getName();
      if (entry.isDirectory() && entry.getSize() == 0) {
        continue;
      }
      if (!harmless(name)) {
        findings.add("the pack holds a file with an unsafe name: " + name);
      }
      if (files.containsKey(name)) {
        findings.add(name + " is in the pack twice");
      } else if (!folded.add(name.toLowerCase(Locale.ROOT))) {
        findings.add(name + " is in the pack twice, in capital and small letters");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        files.put(name, content(in));
      }
      if (files.size() > MOST_FILES) {
        throw new ZipException("more than " + MOST_FILES + " files");
      }
    }
  }

  private void compare(Path file, Findings findings) throws IOException {
    Map<String, Content> streamed = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Content content = content(in);
        boolean folder = entry.isDirectory() && content.bytes() == 0;
        if (!folder && streamed.put(entry.getName(), content) != null) {
          findings.add(entry.getName() + " is in the pack twice");
        }
      }
    } catch (IllegalArgumentException e) {
      throw new ZipException("a file name is not readable");
    }
    if (!streamed.equals(files)) {
      findings.add("the pack shows different files to different programs (its two lists differ)");
    }
  }

  private Content content(InputStream in) throws IOException {
    MessageDigest digest = Bytes.sha256();
    long bytes = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
      bytes += read;
      total += read;
      if (total > limit) {
        throw new ZipException("unpacks to more than " + limit + " bytes: refused");
      }
    }
    return new Content(Bytes.hex(digest.digest()), bytes);
  }

  private static boolean harmless(String name) {
    if (name.isEmpty() || name.startsWith("/") || name.endsWith("/")) {
      return false;
    }
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return name.chars().noneMatch(c -> c < 0x20 || c == 0x7f || c == '\\' || c == ':');
  }
}
