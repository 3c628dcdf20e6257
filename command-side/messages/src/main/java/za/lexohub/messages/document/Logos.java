package za.lexohub.messages.document;

import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;

/**
 * The pictures at the head of a practice's papers, each under the hash of its bytes: none is ever
 * changed or replaced, so an old paper finds the one it was made with. Throws {@link
 * Documents.DocumentsUnavailable} when the store cannot be reached now; that may pass.
 */
public interface Logos {

  /**
   * Keeps an uploaded picture as papers can print it: decoded, made small, without anything but its
   * pixels. The same upload is kept once.
   *
   * @param uploaded PNG or JPEG
   * @return hex SHA-256 of what is kept
   * @throws NotALogo when it is no such picture
   */
  String keep(TenantId tenant, byte[] uploaded);

  /**
   * PNG.
   *
   * @throws NotFound when this tenant has none under this hash
   */
  byte[] read(TenantId tenant, String sha256);

  /** The upload cannot stand on a paper; the message says why. */
  final class NotALogo extends RuntimeException {
    public NotALogo(String message) {
      super(message);
    }
  }
}
