package za.lexohub.messages.erasure;

import java.time.Instant;
import java.util.List;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;

/**
 * What may be asked of a file's personal data. A {@code reason} is a string sealed for the advocate
 * and outlives the file, so it must not tell about the people in it. Repeating a command that has
 * had its effect changes nothing.
 */
public sealed interface ErasureCommands extends TenantCommand {

  FileReference file();

  default PersonalFileId personalFileId() {
    return PersonalFileId.of(file());
  }

  /**
   * Erases what the file tells about some of its subjects. Refused while the file is in use; while
   * a law or a legal hold keeps it, refused as well, or scheduled when that is asked for.
   *
   * @param schedule rather than refuse what must still be kept, erase it on the first day on which
   *     that is allowed
   */
  record ErasePersonalData(
      FileReference file,
      TenantId tenant,
      List<FileSubject> subjects,
      PersonalData reason,
      boolean schedule,
      Instant at)
      implements ErasureCommands {
    public ErasePersonalData {
      subjects = subjects.stream().distinct().sorted().toList();
      if (subjects.isEmpty()) {
        throw new IllegalArgumentException("subjects must name at least one");
      }
    }
  }

  /** Does what was scheduled, if its day has come and still nothing keeps it; sent by a saga. */
  record CarryOutErasure(FileReference file, TenantId tenant, Instant at)
      implements ErasureCommands {}

  /** Refused when none is scheduled. */
  record CancelErasure(FileReference file, TenantId tenant, PersonalData reason)
      implements ErasureCommands {}

  /**
   * Keeps the file whatever else allows its erasure: proceedings, an audit, an objection. Refused
   * for a pro forma of a matter, whose file is the matter's, and when all of it is erased.
   */
  record PlaceLegalHold(FileReference file, TenantId tenant, PersonalData reason, Instant at)
      implements ErasureCommands {}

  /** Refused when there is none. */
  record ReleaseLegalHold(FileReference file, TenantId tenant, PersonalData reason)
      implements ErasureCommands {}

  /**
   * Destroys the keys of what was erased; recorded only once no node can hold one of them any more,
   * so a saga sends it until then.
   */
  record DestroySubjectKeys(FileReference file, TenantId tenant) implements ErasureCommands {}

  /**
   * Says that no ticket for an upload into what was erased is good any more; sent by a saga once
   * the keys are gone and the tickets have expired.
   */
  record ExpireUploadTickets(FileReference file, TenantId tenant) implements ErasureCommands {}
}
