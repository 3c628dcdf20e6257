package za.lexohub.query.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * The last hit a reader has seen, bound to the question: another tenant, text or choice of types
 * refuses it. It opens nothing that the question itself does not, so it is not signed here.
 */
record SearchCursor(double score, String id, String question) {

  private static final int MAX_LENGTH = 400;

  static String question(String tenant, String q, Collection<DocumentType> types) {
    String text = String.join("\n", tenant, new TreeSet<>(types).toString(), q);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

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
      double score = Double.parseDouble(parts.get(0));
      if (!Double.isFinite(score)) {
        throw new IllegalArgumentException("no score");
      }
      return new SearchCursor(score, parts.get(1), question);
    } catch (IllegalArgumentException e) {
      throw new InvalidSearch("cursor", "the cursor belongs to another search");
    }
  }

  @Override
  public String toString() {
    String text = score + "|" + id + "|" + question;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
