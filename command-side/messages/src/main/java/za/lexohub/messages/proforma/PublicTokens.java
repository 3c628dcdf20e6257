package za.lexohub.messages.proforma;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Makes the unguessable part of public links: 256 bits, derived from a secret, so that the token is
 * stored nowhere (the log holds its hash) and a repeated request or a mail worker makes the same
 * one.
 */
public interface PublicTokens {

  /**
   * @param subject the id of what the link opens
   * @param generation counts the links of one purpose; a new one makes the old one worthless
   * @return 43 characters, base64url
   */
  String token(UUID subject, LinkPurpose purpose, int generation);

  /** The token of a pro forma's link. */
  default String token(ProFormaId proFormaId, LinkPurpose purpose, int generation) {
    return token(proFormaId.value(), purpose, generation);
  }

  /** SHA-256 of a token, hex: what the log and the read models keep. */
  static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
