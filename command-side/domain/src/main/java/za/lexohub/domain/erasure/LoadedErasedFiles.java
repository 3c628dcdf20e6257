package za.lexohub.domain.erasure;

import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import za.lexohub.domain.proforma.ErasedFiles;
import za.lexohub.domain.tenancy.Admission;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.erasure.FileReference;
import za.lexohub.messages.erasure.PersonalFileId;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;

/** Erasures as the files' own streams tell them. */
@Component
class LoadedErasedFiles implements ErasedFiles {
  private final Repository<PersonalFile> files;

  LoadedErasedFiles(Repository<PersonalFile> files) {
    this.files = files;
  }

  @Override
  public void requireLive(ProFormaId proFormaId, @Nullable MatterId matterId, TenantId tenant) {
    FileReference file =
        matterId == null ? FileReference.of(proFormaId) : FileReference.of(matterId);
    Admission.loadOrCreate(
            files, PersonalFile.class, PersonalFileId.of(file), PersonalFile::new, tenant, null)
        .execute(PersonalFile::requireLive);
  }
}
