package za.lexohub.api.erasure;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.query.erasure.PersonalFileQueries;
import za.lexohub.readmodels.erasure.PersonalFileView;
import za.lexohub.role.QueryRole;

/** Shows how long a file is kept, and what of it is erased. */
@RestController
@QueryRole
public final class PersonalDataReads {
  private final PersonalFileQueries files;
  private final Reads reads;

  PersonalDataReads(PersonalFileQueries files, Reads reads) {
    this.files = files;
    this.reads = reads;
  }

  @GetMapping("/api/v1/matters/{id}/personal-data")
  @Needs(Permission.READ_BOOKS)
  ResponseEntity<PersonalFileView> ofMatter(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    return reads.one(
        request,
        PersonalFileView::version,
        consistency -> files.ofMatter(caller.tenant().value(), id, consistency));
  }

  @GetMapping("/api/v1/pro-formas/{id}/personal-data")
  @Needs(Permission.READ_BOOKS)
  ResponseEntity<PersonalFileView> ofProForma(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    return reads.one(
        request,
        PersonalFileView::version,
        consistency -> files.ofProForma(caller.tenant().value(), id, consistency));
  }
}
