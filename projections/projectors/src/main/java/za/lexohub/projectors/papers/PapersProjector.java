package za.lexohub.projectors.papers;

import java.util.Collection;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentAnnounced;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentLinked;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentRemoved;
import za.lexohub.messages.attachment.AttachmentEvents.AttachmentStored;
import za.lexohub.messages.erasure.ErasureEvents.Forgetting;
import za.lexohub.messages.matter.MatterEvents.MatterStatementFailed;
import za.lexohub.messages.matter.MatterEvents.MatterStatementRequested;
import za.lexohub.messages.matter.MatterEvents.MatterStatementStored;
import za.lexohub.projectors.erasure.Forgetful;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.attachment.AttachmentRows;
import za.lexohub.readmodels.party.Forgotten;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Stamp;
import za.lexohub.readmodels.statement.StatementRows;

/** Keeps the lists of added documents and of statements of account. */
@ProcessingGroup(ReadModelGroups.ATTACHMENTS)
public final class PapersProjector {

  private final AttachmentRows attachments;
  private final StatementRows statements;
  private final OpenedText opened;
  private final PublishedPositions positions;

  public PapersProjector(
      AttachmentRows attachments,
      StatementRows statements,
      OpenedText opened,
      PublishedPositions positions) {
    this.attachments = attachments;
    this.statements = statements;
    this.opened = opened;
    this.positions = positions;
  }

  @EventHandler
  void on(AttachmentAnnounced event, Stamp stamp) {
    attachments.announced(
        stamp,
        event.kind().name(),
        event.fileId(),
        event.type().name(),
        opened.text(stamp.tenant(), event.name()),
        new AttachmentRows.Upload(
            event.version(),
            event.previous() == null ? null : event.previous().value(),
            event.mediaType(),
            event.size(),
            event.sha256(),
            event.key()));
  }

  @EventHandler
  void on(AttachmentStored event, Stamp stamp) {
    attachments.stored(stamp);
  }

  @EventHandler
  void on(AttachmentLinked event, Stamp stamp) {
    attachments.linked(
        stamp,
        event.kind().name(),
        event.fileId(),
        event.type().name(),
        opened.text(stamp.tenant(), event.name()),
        opened.text(stamp.tenant(), event.url()));
  }

  @EventHandler
  void on(AttachmentRemoved event, Stamp stamp) {
    attachments.removed(stamp, opened.text(stamp.tenant(), event.reason()));
  }

  @EventHandler
  void on(MatterStatementRequested event, Stamp stamp) {
    statements.requested(stamp, event.number(), event.from(), event.to());
  }

  @EventHandler
  void on(MatterStatementStored event, Stamp stamp) {
    statements.stored(stamp, event.number(), event.key(), event.sha256(), event.size());
  }

  @EventHandler
  void on(MatterStatementFailed event, Stamp stamp) {
    statements.failed(stamp, event.number(), event.reason());
  }

  @EventHandler
  void on(Forgetting event, Stamp stamp) {
    Forgotten forgotten = Forgetful.of(event);
    Stream.of(event.data().matterIds(), event.data().invoiceIds())
        .flatMap(Collection::stream)
        .forEach(file -> attachments.forget(stamp.tenant(), file, forgotten));
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.ATTACHMENTS);
    attachments.empty();
    statements.empty();
  }
}
