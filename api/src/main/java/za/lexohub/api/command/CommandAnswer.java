package za.lexohub.api.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a command came to; the same whenever it is repeated.
 *
 * @param id of what was created or changed
 * @param version the count of its events; as an ETag in {@code If-Match} of the next command
 * @param link the public link that was issued, when one was
 * @param itemId of what was created inside of what {@code id} names, when it has an id of its own
 */
@Schema(description = "What a command came to; the same whenever it is repeated.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommandAnswer(
    @Schema(example = "0c1e8a2e-6a5b-3a53-9d0a-5d6c2f0f1a11") String id,
    @Schema(example = "1") long version,
    @Nullable Link link,
    @Nullable String paymentId,
    @Nullable String itemId) {

  /**
   * A public link, to be given to the attorney. The token stands nowhere else.
   *
   * @param token 43 characters
   * @param url where the attorney's side of it is read and answered
   */
  public record Link(String token, String url) {}
}
