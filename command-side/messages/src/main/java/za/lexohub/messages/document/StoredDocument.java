package za.lexohub.messages.document;

import java.io.IOException;
import java.io.InputStream;

/**
 * One stored paper. Holds a connection to the store until it is closed.
 *
 * @param size in bytes
 * @param sha256 hex, of the bytes as they were stored
 */
public record StoredDocument(InputStream content, long size, String contentType, String sha256)
    implements AutoCloseable {

  @Override
  public void close() throws IOException {
    content.close();
  }
}
