package za.lexohub.audit.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP while it is written, and the list of what is in it. */
final class PackFile implements AutoCloseable {

  private final ZipOutputStream zip;
  private final Instant created;
  private final List<String> lines = new ArrayList<>();

  PackFile(OutputStream out, Instant created) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.created = created;
  }

  /** Writes a file's content. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  void add(String path, String text) throws IOException {
    add(path, text.getBytes(StandardCharsets.UTF_8));
  }

  void add(String path, byte[] bytes) throws IOException {
    add(path, out -> out.write(bytes));
  }

  void add(String path, InputStream content) throws IOException {
    add(path, content::transferTo);
  }

  void add(String path, Content content) throws IOException {
    MessageDigest digest = sha256();
    Counted counted = new Counted(zip);
    begin(path);
    content.writeTo(new DigestOutputStream(counted, digest));
    zip.closeEntry();
    lines.add(
        "file %s %d %s".formatted(HexFormat.of().formatHex(digest.digest()), counted.bytes, path));
  }

  /** One line a file, in the order of the ZIP. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The list itself, which is not on the list. */
  void addUnlisted(String path, String text) throws IOException {
    begin(path);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private void begin(String path) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    entry.setTime(created.toEpochMilli());
    zip.putNextEntry(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Counted extends OutputStream {
    private final OutputStream out;
    private long bytes;

    Counted(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      bytes++;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
      out.write(source, offset, length);
      bytes += length;
    }
  }
}
