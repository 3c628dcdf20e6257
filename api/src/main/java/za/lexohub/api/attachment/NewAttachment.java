package za.lexohub.api.attachment;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.input.OneLine;
import za.lexohub.messages.attachment.DocumentType;

/**
 * A document that somebody wants to add: to be uploaded, with its type, size and checksum; or lying
 * elsewhere, with its address.
 *
 * @param mediaType and {@code size} and {@code sha256} only for an upload
 * @param size in bytes, at most 100 MiB
 * @param sha256 hex
 * @param previous the version of the same document before this one
 * @param url only for a link
 */
@Schema(
    name = "NewAttachment",
    description = "Either mediaType, size and sha256 for an upload, or url for a link.",
    example =
        """
        {"name": "Brief to counsel.pdf", "type": "BRIEF", "mediaType": "application/pdf",
         "size": 48213,
         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}
        """)
record NewAttachment(
    @NotBlank(message = "must be given") @OneLine String name,
    @NotNull(message = "must be given") DocumentType type,
    @Nullable
        @Pattern(regexp = TYPE, message = "must be a media type like application/pdf")
        @Size(max = 100)
        String mediaType,
    @Nullable @Min(1) @Max(MOST_BYTES) Long size,
    @Nullable @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 hexadecimal digits")
        String sha256,
    @Nullable UUID previous,
    @Nullable
        @Pattern(regexp = "https://[^\\p{Cntrl}\\s]+", message = "must be an https address")
        @Size(max = 2000)
        String url) {

  static final long MOST_BYTES = 100L << 20;
  private static final String TYPE = "[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*";

  boolean isLink() {
    return url != null;
  }

  @AssertTrue(message = "must be given for an upload, with mediaType and size; or url alone")
  @Schema(hidden = true)
  boolean isSha256Complete() {
    boolean upload = mediaType != null && size != null && sha256 != null;
    boolean nothing = mediaType == null && size == null && sha256 == null && previous == null;
    return isLink() ? nothing : upload;
  }
}
