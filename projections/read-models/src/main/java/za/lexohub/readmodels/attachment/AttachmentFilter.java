package za.lexohub.readmodels.attachment;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which attachments a list holds.
 *
 * @param status any of these; all when empty
 * @param type any of these; all when empty
 * @param fileId of the matter or invoice
 */
public record AttachmentFilter(Set<String> status, Set<String> type, @Nullable UUID fileId) {

  public AttachmentFilter {
    status = Set.copyOf(status);
    type = Set.copyOf(type);
  }
}
