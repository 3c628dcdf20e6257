package za.lexohub.api.attachment;

import java.util.Optional;
import java.util.UUID;
import za.lexohub.query.Answer;
import za.lexohub.query.Consistency;
import za.lexohub.readmodels.attachment.AttachmentView;

/** What became of an attachment since it was announced; empty while it is not shown yet. */
@FunctionalInterface
public interface Announced {
  Optional<Answer<AttachmentView>> get(String tenant, UUID id, Consistency consistency);
}
