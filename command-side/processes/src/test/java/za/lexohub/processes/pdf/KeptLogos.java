package za.lexohub.processes.pdf;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.document.Logos;

/** Logos in memory, as they come. */
final class KeptLogos implements Logos {

  private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

  @Override
  public String keep(TenantId tenant, byte[] png) {
    String sha256 = sha256(png);
    kept.put(tenant + "/" + sha256, png);
    return sha256;
  }

  @Override
  public byte[] read(TenantId tenant, String sha256) {
    byte[] png = kept.get(tenant + "/" + sha256);
    if (png == null) {
      throw new NotFound("logo");
    }
    return png.clone();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
