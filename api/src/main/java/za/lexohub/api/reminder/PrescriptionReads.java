package za.lexohub.api.reminder;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.query.reminder.PrescriptionQueries;
import za.lexohub.readmodels.reminder.PrescriptionView;
import za.lexohub.role.QueryRole;

/** Shows when the debt of an invoice prescribes. */
@RestController
@QueryRole
@RequestMapping("/api/v1/invoices/{id}/prescription")
public final class PrescriptionReads {
  private final PrescriptionQueries prescriptions;
  private final Reads reads;

  PrescriptionReads(PrescriptionQueries prescriptions, Reads reads) {
    this.prescriptions = prescriptions;
    this.reads = reads;
  }

  @GetMapping
  @Needs(Permission.READ_BOOKS)
  ResponseEntity<PrescriptionView> get(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    return reads.one(
        request,
        PrescriptionView::version,
        consistency -> prescriptions.get(caller.tenant().value(), id, consistency));
  }
}
