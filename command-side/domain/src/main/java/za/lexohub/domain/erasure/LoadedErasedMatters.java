package za.lexohub.domain.erasure;

import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;
import za.lexohub.domain.matter.ErasedMatters;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.matter.MatterId;

/** Erasures of matters as the files' own streams tell them. */
@Component
class LoadedErasedMatters implements ErasedMatters {
  private final Repository<PersonalFile> files;

  LoadedErasedMatters(Repository<PersonalFile> files) {
    this.files = files;
  }

  @Override
  public void requireLive(MatterId matterId, TenantId tenant) {
    PersonalFileId file = PersonalFileId.of(FileReference.of(matterId));
    Admission.loadOrCreate(files, PersonalFile.class, file, PersonalFile::new, tenant, null)
        .execute(PersonalFile::requireLive);
  }
}
