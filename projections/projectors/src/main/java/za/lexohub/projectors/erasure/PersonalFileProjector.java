package za.lexohub.projectors.erasure;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import za.lexohub.messages.erasure.ErasureEvents.ErasureCancelled;
import za.lexohub.messages.erasure.ErasureEvents.ErasureScheduled;
import za.lexohub.messages.erasure.ErasureEvents.LegalHoldPlaced;
import za.lexohub.messages.erasure.ErasureEvents.LegalHoldReleased;
import za.lexohub.messages.erasure.ErasureEvents.PersonalDataErased;
import za.lexohub.messages.erasure.ErasureEvents.SubjectKeysDestroyed;
import za.lexohub.messages.erasure.ErasureEvents.UploadTicketsExpired;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.readmodels.erasure.PersonalFileRows;
import za.lexohub.readmodels.erasure.PersonalFileView.Law;
import za.lexohub.readmodels.position.PublishedPositions;
import za.lexohub.readmodels.position.ReadModelGroups;
import za.lexohub.readmodels.row.Stamp;

/** Keeps what became of each file's personal data. */
@ProcessingGroup(ReadModelGroups.PERSONAL_FILES)
public final class PersonalFileProjector {

  private final PersonalFileRows files;
  private final PublishedPositions positions;

  public PersonalFileProjector(PersonalFileRows files, PublishedPositions positions) {
    this.files = files;
    this.positions = positions;
  }

  @EventHandler
  void on(LegalHoldPlaced event, Stamp stamp) {
    files.held(stamp, kind(event.file()), event.file().id());
  }

  @EventHandler
  void on(LegalHoldReleased event, Stamp stamp) {
    files.released(stamp);
  }

  @EventHandler
  void on(ErasureScheduled event, Stamp stamp) {
    files.scheduled(
        stamp,
        kind(event.file()),
        event.file().id(),
        event.dueOn(),
        names(event.subjects()),
        event.claims().stream()
            .map(claim -> new Law(claim.law(), claim.source(), claim.keepUntil()))
            .toList());
  }

  @EventHandler
  void on(ErasureCancelled event, Stamp stamp) {
    files.cancelled(stamp);
  }

  @EventHandler
  void on(PersonalDataErased event, Stamp stamp) {
    FileReference file = event.data().file();
    files.erased(stamp, kind(file), file.id(), names(event.data().subjects()), event.erasedAt());
  }

  @EventHandler
  void on(SubjectKeysDestroyed event, Stamp stamp) {
    files.keysDestroyed(stamp, names(event.data().subjects()));
  }

  @EventHandler
  void on(UploadTicketsExpired event, Stamp stamp) {
    files.touched(stamp);
  }

  @ResetHandler
  void reset() {
    positions.forget(ReadModelGroups.PERSONAL_FILES);
    files.empty();
  }

  private static String kind(FileReference file) {
    return file.kind().name();
  }

  private static List<String> names(List<FileSubject> subjects) {
    return subjects.stream().map(Enum::name).toList();
  }
}
