package za.lexohub.domain.erasure;

import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.erasure.ErasedData;
import za.lexohub.messages.erasure.ErasureCommands;
import za.lexohub.messages.erasure.ErasureCommands.CancelErasure;
import za.lexohub.messages.erasure.ErasureCommands.CarryOutErasure;
import za.lexohub.messages.erasure.ErasureCommands.DestroySubjectKeys;
import za.lexohub.messages.erasure.ErasureCommands.ErasePersonalData;
import za.lexohub.messages.erasure.ErasureCommands.ExpireUploadTickets;
import za.lexohub.messages.erasure.ErasureCommands.PlaceLegalHold;
import za.lexohub.messages.erasure.ErasureCommands.ReleaseLegalHold;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.party.PersonalDataKeys;

/**
 * Decides over a file's personal data. Which laws keep it follows from its papers, so they are all
 * looked at, on the writer, in the unit of work that decides.
 */
@Component
class ErasureDecisions {
  private final Repository<PersonalFile> files;
  private final FileInspection inspection;
  private final PersonalDataKeys keys;

  ErasureDecisions(
      Repository<PersonalFile> files, FileInspection inspection, PersonalDataKeys keys) {
    this.files = files;
    this.inspection = inspection;
    this.keys = keys;
  }

  @CommandHandler
  void decide(
      ErasePersonalData command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    FileContents contents = inspection.of(command.file(), command.tenant());
    file(command, expectedVersion).execute(file -> file.decide(command, contents));
  }

  @CommandHandler
  void decide(CarryOutErasure command) {
    FileContents contents = inspection.of(command.file(), command.tenant());
    file(command, null).execute(file -> file.decide(command, contents));
  }

  @CommandHandler
  void decide(
      CancelErasure command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    known(command, expectedVersion, file -> file.decide(command));
  }

  @CommandHandler
  void decide(
      PlaceLegalHold command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    inspection.requireWhole(command.file(), command.tenant());
    file(command, expectedVersion).execute(file -> file.decide(command));
  }

  @CommandHandler
  void decide(
      ReleaseLegalHold command,
      @MetaDataValue(MetadataKeys.EXPECTED_VERSION) @Nullable String expectedVersion) {
    known(command, expectedVersion, file -> file.decide(command));
  }

  /**
   * The keys go before it is recorded that they are gone: a crash in between repeats what changes
   * nothing, and that they have to go the log has said before.
   */
  @CommandHandler
  void decide(DestroySubjectKeys command) {
    Aggregate<PersonalFile> file = file(command, null);
    for (ErasedData data : file.invoke(PersonalFile::keysLeft)) {
      if (keys.destroy(command.tenant(), data.subjectIds())) {
        file.execute(it -> it.keysAreGone(command.tenant(), data));
      }
    }
  }

  @CommandHandler
  void decide(ExpireUploadTickets command) {
    file(command, null).execute(file -> file.ticketsHaveExpired(command.tenant()));
  }

  private void known(
      ErasureCommands command, @Nullable String expectedVersion, Consumer<PersonalFile> decision) {
    inspection.requireKnown(command.file(), command.tenant());
    file(command, expectedVersion).execute(decision);
  }

  private Aggregate<PersonalFile> file(ErasureCommands command, @Nullable String expectedVersion) {
    return Admission.loadOrCreate(
        files,
        PersonalFile.class,
        PersonalFileId.of(command.file()),
        PersonalFile::new,
        command.tenant(),
        expectedVersion);
  }
}
