package za.lexohub.api.reading;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.api.problem.Behind;
import za.lexohub.api.problem.Refusal;
import za.lexohub.readmodels.paging.Cursor;

/** Cursors as clients carry them: opaque and signed, so that one comes back as it went out. */
public final class Cursors {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SIGNATURE_BYTES = 16;
  public static final int MAX_LENGTH = 2000;

  private final SecretKeySpec key;
  private final JsonMapper json;

  /**
   * @param secret shared by all nodes
   */
  public Cursors(byte[] secret, JsonMapper json) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
    this.json = json;
  }

  public String write(Cursor cursor) {
    return signed(json.writeValueAsBytes(cursor));
  }

  /**
   * @throws Refusal 400 unless it was written here
   */
  public @Nullable Cursor read(@Nullable String text) {
    try {
      byte[] payload = payload(text);
      return payload == null ? null : json.readValue(payload, Cursor.class);
    } catch (JacksonException notOurs) {
      throw invalid();
    }
  }

  /** A cursor that another store has made. */
  public String writeText(String cursor) {
    return signed(cursor.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws Refusal 400 unless it was written here
   */
  public @Nullable String readText(@Nullable String text) {
    byte[] payload = payload(text);
    return payload == null ? null : new String(payload, StandardCharsets.UTF_8);
  }

  private String signed(byte[] payload) {
    byte[] all = Arrays.copyOf(payload, payload.length + SIGNATURE_BYTES);
    System.arraycopy(sign(payload), 0, all, payload.length, SIGNATURE_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  private byte @Nullable [] payload(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    byte[] all = decoded(text);
    int length = all.length - SIGNATURE_BYTES;
    if (length > 0) {
      byte[] payload = Arrays.copyOf(all, length);
      if (MessageDigest.isEqual(sign(payload), Arrays.copyOfRange(all, length, all.length))) {
        return payload;
      }
    }
    throw invalid();
  }

  private static byte[] decoded(String text) {
    try {
      return text.length() > MAX_LENGTH ? new byte[0] : Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw invalid();
    }
  }

  public static Refusal invalid() {
    return Behind.invalidCursor();
  }

  private byte[] sign(byte[] payload) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
