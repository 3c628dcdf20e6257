package za.lexohub.readmodels.attachment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document added to a file, as a list or page shows it.
 *
 * @param kind {@code MATTER} or {@code INVOICE}: what {@code fileId} names
 * @param status {@code PENDING} until the upload was confirmed, {@code STORED}, {@code LINKED} or
 *     {@code REMOVED}
 * @param documentVersion counts the versions of one document, from 1
 * @param previousId the version before
 * @param size in bytes
 * @param sha256 hex
 * @param key where it is stored
 * @param url where it lies when it is linked
 * @param version the count of the attachment's events
 */
public record AttachmentView(
    UUID id,
    String kind,
    UUID fileId,
    String type,
    String status,
    String name,
    int documentVersion,
    @Nullable UUID previousId,
    @Nullable String mediaType,
    @Nullable Long size,
    @Nullable String sha256,
    @Nullable String key,
    @Nullable String url,
    @Nullable String removalReason,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
