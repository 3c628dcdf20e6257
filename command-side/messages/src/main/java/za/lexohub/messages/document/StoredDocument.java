package za.lexohub.messages.document;

import java.io.IOException;
import java.io.InputStream;

/**
 * One stored paper, open to be read. To be closed.
 *
 * @param size in bytes
 * @param sha256 hex, of the paper's own bytes, however it is kept
 */
public record StoredDocument(InputStream content, long size, String contentType, String sha256)
    implements AutoCloseable {

  @Override
  public void close() throws IOException {
    content.close();
  }
}
