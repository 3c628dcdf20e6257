package za.lexohub.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Bytes to text and back, each the one canonical way. */
final class Bytes {

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Lower-case hexadecimal of exactly so many bytes. */
  static byte[] hex(String text, int length) throws Malformed {
    if (text.length() != 2 * length || !text.matches("[0-9a-f]*")) {
      throw new Malformed("not " + 2 * length + " hexadecimal digits");
    }
    return HexFormat.of().parseHex(text);
  }

  /** Standard Base64 with padding, and no second spelling of the same bytes. */
  static byte[] base64(String text) throws Malformed {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new Malformed("not Base64");
    }
    if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
      throw new Malformed("not canonical Base64");
    }
    return bytes;
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static String utf8(byte[] bytes) throws Malformed {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Malformed("not valid UTF-8");
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** All of a stream that may be no longer than the limit. */
  static byte[] all(InputStream in, int limit) throws IOException, Malformed {
    byte[] bytes = in.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new Malformed("longer than the " + limit + " bytes it may have");
    }
    return bytes;
  }

  /** The whole decimal number without sign or leading zeros. */
  static long decimal(String text) throws Malformed {
    if (!text.matches("0|[1-9][0-9]{0,17}")) {
      throw new Malformed("not a whole number: " + text);
    }
    return Long.parseLong(text);
  }

  /** Reads lines that end with a line feed, byte for byte. */
  static final class Lines {

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;

    Lines(InputStream in, int longest) {
      this.in = in;
      this.longest = longest;
    }

    /** The next line with its line feed, or null after the last. */
    byte[] next() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream(512);
      while (true) {
        if (at == filled) {
          filled = in.read(buffer);
          at = 0;
          if (filled <= 0) {
            filled = 0;
            return line.size() == 0 ? null : line.toByteArray();
          }
        }
        int from = at;
        while (at < filled && buffer[at] != '\n') {
          at++;
        }
        boolean complete = at < filled;
        if (complete) {
          at++;
        }
        line.write(buffer, from, at - from);
        if (complete) {
          return line.toByteArray();
        }
        if (line.size() > longest) {
          throw new IOException("a line is longer than " + longest + " bytes");
        }
      }
    }
  }

  private Bytes() {}
}
