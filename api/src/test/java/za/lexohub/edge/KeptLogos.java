package za.lexohub.edge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.document.Logos;

/** Keeps every upload as it comes but one, which says of itself that it is no picture. */
final class KeptLogos implements Logos {
  private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

  @Override
  public String keep(TenantId tenant, byte[] uploaded) {
    if (new String(uploaded, StandardCharsets.UTF_8).equals("no picture")) {
      throw new NotALogo("must be a PNG or JPEG picture");
    }
    String sha256 = sha256(uploaded);
    kept.put(tenant + "/" + sha256, uploaded);
    return sha256;
  }

  @Override
  public byte[] read(TenantId tenant, String sha256) {
    byte[] logo = kept.get(tenant + "/" + sha256);
    if (logo == null) {
      throw new NotFound("logo");
    }
    return logo.clone();
  }

  static String sha256(String picture) {
    return sha256(picture.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] picture) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
