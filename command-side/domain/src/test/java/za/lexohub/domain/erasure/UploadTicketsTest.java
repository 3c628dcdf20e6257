package za.lexohub.domain.erasure;

import static za.lexohub.domain.Samples.sealed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import za.lexohub.domain.Books;
import za.lexohub.domain.Samples;
import za.lexohub.domain.matter.Matters;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.erasure.ErasureCommands.DestroySubjectKeys;
import za.lexohub.messages.erasure.ErasureCommands.ErasePersonalData;
import za.lexohub.messages.erasure.ErasureCommands.ExpireUploadTickets;
import za.lexohub.messages.erasure.ErasureEvents.UploadTicketsExpired;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.FileSubject;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.matter.MatterEvents.MatterClosed;

/** After an erasure the log says when nobody can put anything into the file any more. */
class UploadTicketsTest {
  private final Books books = new Books();
  private final Books.RecordedKeys keys = Books.bean(Books.RecordedKeys.class);
  private final TenantId tenant = Samples.fresh("jhb");
  private final Matters matter = Matters.matter().of(tenant);
  private final FileReference file = FileReference.of(matter.id());
  private final ExpireUploadTickets expire = new ExpireUploadTickets(file, tenant);

  @BeforeEach
  void anErasedMatter() {
    keys.goneEverywhere = true;
    books
        .given(matter.opened(), new MatterClosed(matter.id(), LocalDate.of(2026, 9, 7)))
        .after(
            new ErasePersonalData(
                file,
                tenant,
                List.of(FileSubject.values()),
                sealed("asked for"),
                false,
                Instant.parse("2027-03-01T08:00:00Z")));
  }

  @Test
  void whatIsErasedIsClosedToUploadsOnceItsKeysAreGone() {
    books
        .after(new DestroySubjectKeys(file, tenant))
        .when(expire)
        .appends(
            new UploadTicketsExpired(
                PersonalFileId.of(file),
                tenant,
                new ErasedData(file, List.of(FileSubject.values()), List.of(), List.of())));
    books.when(expire).changesNothing();
  }

  @Test
  void beforeThatNothingIsSaid() {
    books.when(expire).changesNothing();
  }

  @Test
  void anotherTenantFindsNothing() {
    books.after(new DestroySubjectKeys(file, tenant));
    books.when(new ExpireUploadTickets(file, Samples.fresh("jhb"))).findsNothing();
  }
}
