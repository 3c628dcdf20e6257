package za.lexohub.domain.attachment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.domain.tenancy.TenantOwned;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentCommands.AnnounceAttachment;
import za.lexohub.messages.attachment.AttachmentCommands.ConfirmAttachment;
import za.lexohub.messages.attachment.AttachmentCommands.LinkAttachment;
import za.lexohub.messages.attachment.AttachmentCommands.RemoveAttachment;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentAnnounced;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentLinked;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentRemoved;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentStored;
import za.lexohub.messages.attachment.AttachmentId;
import za.lexohub.messages.attachment.AttachmentKind;

/**
 * One version of a document on a file. Lives: announced, then stored once its upload was seen; or
 * linked where it lies. Removed, it is not shown any more; what was stored stays until its file is
 * erased.
 */
@Aggregate(cache = "aggregateCache")
class Attachment implements TenantOwned {
  private enum State {
    UNBORN,
    ANNOUNCED,
    STORED,
    LINKED,
    REMOVED
  }

  @AggregateIdentifier private AttachmentId id;
  private @Nullable TenantId tenant;
  private State state = State.UNBORN;
  private @Nullable AttachmentKind kind;
  private @Nullable UUID fileId;
  private int version;
  private @Nullable String key;
  private @Nullable String sha256;

  Attachment() {}

  @CommandHandlerInterceptor
  void admit(
      TenantCommand command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    Admission.admit(this, command, expectedVersion);
  }

  void decide(AnnounceAttachment command) {
    if (state != State.UNBORN) {
      boolean same =
          isOn(command.kind(), command.fileId())
              && command.key().equals(key)
              && command.sha256().equals(sha256);
      require(same, Rule.ATTACHMENT_DIFFERS, "was announced as another document");
      return;
    }
    apply(
        new AttachmentAnnounced(
            command.attachmentId(),
            command.tenant(),
            command.kind(),
            command.fileId(),
            command.type(),
            command.version(),
            command.previous(),
            command.mediaType(),
            command.size(),
            command.sha256(),
            command.key(),
            command.name()));
  }

  @EventSourcingHandler
  void evolve(AttachmentAnnounced event) {
    born(event.attachmentId(), event.tenantId(), event.kind(), event.fileId());
    state = State.ANNOUNCED;
    version = event.version();
    key = event.key();
    sha256 = event.sha256();
  }

  void decide(LinkAttachment command) {
    if (state != State.UNBORN) {
      require(
          key == null && isOn(command.kind(), command.fileId()),
          Rule.ATTACHMENT_DIFFERS,
          "is another document already");
      return;
    }
    apply(
        new AttachmentLinked(
            command.attachmentId(),
            command.tenant(),
            command.kind(),
            command.fileId(),
            command.type(),
            command.name(),
            command.url()));
  }

  @EventSourcingHandler
  void evolve(AttachmentLinked event) {
    born(event.attachmentId(), event.tenantId(), event.kind(), event.fileId());
    state = State.LINKED;
    version = 1;
  }

  /** Refused unless it is the next version of what this is, on the same file. */
  void requireBefore(AnnounceAttachment next) {
    require(
        isOn(next.kind(), next.fileId()) && next.version() == version + 1 && key != null,
        Rule.ATTACHMENT_DIFFERS,
        "is not the version before");
  }

  private boolean isOn(AttachmentKind otherKind, UUID otherFile) {
    return otherKind == kind && otherFile.equals(fileId);
  }

  private void born(AttachmentId born, TenantId owner, AttachmentKind onKind, UUID onFile) {
    id = born;
    tenant = owner;
    kind = onKind;
    fileId = onFile;
  }

  boolean isStored() {
    return state == State.STORED;
  }

  void decide(ConfirmAttachment command, LiveFiles files) {
    require(state == State.ANNOUNCED, Rule.ATTACHMENT_NOT_PENDING, "awaits no upload");
    files.require(command.tenant(), Objects.requireNonNull(kind), Objects.requireNonNull(fileId));
    apply(new AttachmentStored(id));
  }

  @EventSourcingHandler
  void evolve(AttachmentStored event) {
    state = State.STORED;
  }

  @CommandHandler
  void decide(RemoveAttachment command) {
    if (state != State.REMOVED) {
      apply(new AttachmentRemoved(id, command.reason()));
    }
  }

  @EventSourcingHandler
  void evolve(AttachmentRemoved event) {
    state = State.REMOVED;
  }

  private static void require(boolean condition, Rule rule, String otherwise) {
    if (!condition) {
      throw new RuleViolated(rule, "the attachment " + otherwise);
    }
  }

  @Override
  public @Nullable TenantId tenant() {
    return tenant;
  }
}
