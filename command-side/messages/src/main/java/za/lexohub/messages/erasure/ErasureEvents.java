package za.lexohub.messages.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import za.lexohub.messages.DomainEvent;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.serialization.EventType;

/**
 * What became of a file's personal data. A {@code reason} is a string sealed for the advocate, who
 * is no subject of the file.
 */
public sealed interface ErasureEvents extends DomainEvent {

  PersonalFileId personalFileId();

  /**
   * Tells every store to forget. Comes twice: when it is decided, and when nobody can open it any
   * more, for what a store that lagged behind has opened in between.
   */
  interface Forgetting {
    ErasedData data();
  }

  /** Nobody may erase the file until this hold is released. */
  @EventType("LegalHoldPlaced")
  record LegalHoldPlaced(
      PersonalFileId personalFileId,
      TenantId tenantId,
      FileReference file,
      PersonalData reason,
      Instant placedAt)
      implements ErasureEvents {}

  /** Only the law keeps the file now. */
  @EventType("LegalHoldReleased")
  record LegalHoldReleased(PersonalFileId personalFileId, PersonalData reason)
      implements ErasureEvents {}

  /**
   * The file will be erased as soon as it may be. Replaces what was scheduled before.
   *
   * @param dueOn the first day on which no law keeps it, as known at this moment
   * @param claims the laws that keep it until then
   */
  @EventType("ErasureScheduled")
  record ErasureScheduled(
      PersonalFileId personalFileId,
      TenantId tenantId,
      FileReference file,
      List<FileSubject> subjects,
      LocalDate dueOn,
      List<RetentionClaim> claims,
      PersonalData reason,
      Instant scheduledAt)
      implements ErasureEvents {
    public ErasureScheduled {
      subjects = List.copyOf(subjects);
      claims = List.copyOf(claims);
    }
  }

  /** What was scheduled will not be done. */
  @EventType("ErasureCancelled")
  record ErasureCancelled(PersonalFileId personalFileId, PersonalData reason)
      implements ErasureEvents {}

  /**
   * It is decided and cannot be taken back: every store forgets what {@code data} names, and the
   * keys of its subjects are being destroyed (POPIA s14(4), s14(5)).
   *
   * @param stores what is purged beside the keys
   */
  @EventType("PersonalDataErased")
  record PersonalDataErased(
      PersonalFileId personalFileId,
      TenantId tenantId,
      ErasedData data,
      PersonalData reason,
      List<String> stores,
      Instant erasedAt)
      implements ErasureEvents, Forgetting {
    public PersonalDataErased {
      stores = List.copyOf(stores);
    }
  }

  /**
   * The keys are gone, from the database and from the memory of every node: whatever was opened
   * with one of them before is purged a last time.
   */
  @EventType("SubjectKeysDestroyed")
  record SubjectKeysDestroyed(PersonalFileId personalFileId, TenantId tenantId, ErasedData data)
      implements ErasureEvents, Forgetting {}

  /**
   * The last leave to put a document into the file, given out before its keys went, has expired:
   * what came in by one of them meanwhile is taken away too.
   */
  @EventType("UploadTicketsExpired")
  record UploadTicketsExpired(PersonalFileId personalFileId, TenantId tenantId, ErasedData data)
      implements ErasureEvents {}
}
