package za.lexohub.query.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * The last hit a reader has seen, bound to the question and to who answered it: another tenant,
 * text, order, filter or choice of types refuses it, and so does the other source. It opens nothing
 * that the question itself does not, so it is not signed here.
 *
 * @param value of what the hits are sorted by
 */
record SearchCursor(String value, String id, String question) {

  private static final int MAX_LENGTH = 400;

  /** Who answers. */
  enum Source {
    INDEX,
    TABLES
  }

  static String question(Source source, String tenant, SearchQuestion asked) {
    String text =
        String.join(
            "\n",
            source.name(),
            tenant,
            asked.types().toString(),
            asked.order().name(),
            asked.filters().toString(),
            String.valueOf(asked.text()));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a cursor.
   *
   * @throws InvalidSearch when it is none of this question
   */
  static SearchCursor parse(String cursor, String question) {
    try {
      if (cursor.length() > MAX_LENGTH) {
        throw new IllegalArgumentException("too long");
      }
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> parts = List.of(text.split("\\|", -1));
      if (parts.size() != 3 || !parts.get(2).equals(question)) {
        throw new IllegalArgumentException("of another question");
      }
      return new SearchCursor(parts.get(0), parts.get(1), question);
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
  }

  /** A part of it as something else than text. */
  static <T> T read(String part, Function<String, T> as) {
    try {
      return as.apply(part);
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
  }

  /** The score, which is a number that can be compared. */
  static double score(String value) {
    double score = read(value, Double::valueOf);
    if (!Double.isFinite(score)) {
      throw foreign();
    }
    return score;
  }

  private static InvalidSearch foreign() {
    return new InvalidSearch("cursor", "the cursor belongs to another search");
  }

  @Override
  public String toString() {
    String text = value + "|" + id + "|" + question;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
