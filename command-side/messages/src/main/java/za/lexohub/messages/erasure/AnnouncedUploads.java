package za.lexohub.messages.erasure;

import java.util.List;
import java.util.UUID;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentKind;

/** Knows where uploads into a file may arrive, as the log has it at this moment. */
@FunctionalInterface
public interface AnnouncedUploads {

  /** The key of every document ever announced on the file, whether it has arrived or not. */
  List<String> keysOn(TenantId tenant, AttachmentKind kind, UUID fileId);
}
