package za.lexohub.messages.document;

import za.lexohub.messages.NotFound;
import za.lexohub.messages.TenantId;

/**
 * Reads stored papers by the key that {@code InvoicePdfStored} and {@code ProFormaPdfStored} name.
 */
public interface Documents {

  /**
   * The paper, to be closed by the caller.
   *
   * @throws NotFound when there is none under this key, or when the key is another tenant's
   * @throws DocumentErased when somebody whom it names was erased
   * @throws DocumentsUnavailable when the store cannot be reached now; that may pass
   */
  StoredDocument read(TenantId tenant, String key);

  /** There was a paper, and it can never be read again. */
  final class DocumentErased extends RuntimeException {
    public DocumentErased(String key) {
      super("the document " + key + " is erased");
    }
  }

  /** The store cannot be reached, or did not answer in time. */
  final class DocumentsUnavailable extends RuntimeException {
    public DocumentsUnavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
