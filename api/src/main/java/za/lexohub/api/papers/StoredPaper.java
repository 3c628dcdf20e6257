package za.lexohub.api.papers;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.document.StoredDocument;

/**
 * A paper as it is handed out: its own hash is its tag, so who has it already is told so.
 *
 * @param key where it is stored
 * @param name of the file, without a path
 */
public record StoredPaper(String key, @Nullable String sha256, String name) {

  /**
   * @throws za.lexohub.messages.NotFound when there is none under its key
   */
  public ResponseEntity<byte[]> handOut(
      HttpServletRequest request, Documents documents, TenantId tenant) throws IOException {
    String tag = "\"" + sha256 + "\"";
    if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
    }
    try (StoredDocument document = documents.read(tenant, key)) {
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_PDF)
          .cacheControl(CacheControl.noCache().cachePrivate())
          .eTag(tag)
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.inline().filename(name).build().toString())
          .body(document.content().readAllBytes());
    }
  }
}
