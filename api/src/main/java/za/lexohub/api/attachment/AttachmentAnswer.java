package za.lexohub.api.attachment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.document.Uploads;

/**
 * What came of adding a document.
 *
 * @param id of the attachment
 * @param version as an ETag in {@code If-Match} of its confirmation
 * @param upload where to put it; absent for a link. A repeat of the request gets a fresh one
 */
@Schema(description = "What came of adding a document.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttachmentAnswer(String id, long version, @Nullable Upload upload) {

  /**
   * One request that the document store will take.
   *
   * @param headers to be sent exactly so
   */
  @Schema(name = "UploadTicket", description = "One request that the document store will take.")
  record Upload(String method, String url, Map<String, String> headers, Instant expiresAt) {

    static Upload of(Uploads.Ticket ticket) {
      return new Upload(ticket.method(), ticket.url(), ticket.headers(), ticket.expiresAt());
    }
  }
}
