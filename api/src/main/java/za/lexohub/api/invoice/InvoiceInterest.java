package za.lexohub.api.invoice;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.audit.MoraInterest;
import za.lexohub.messages.practice.BusinessTime;
import za.lexohub.role.QueryRole;

/** Shows what interest runs on an invoice; read from the log, so it is never behind. */
@RestController
@QueryRole
@RequestMapping("/api/v1/invoices/{id}/interest")
public final class InvoiceInterest {
  private final MoraInterest interest;
  private final Clock clock;

  InvoiceInterest(MoraInterest interest, Clock clock) {
    this.interest = interest;
    this.clock = clock;
  }

  @GetMapping
  @Needs(Permission.READ_BOOKS)
  @Takes("on")
  ResponseEntity<InterestOwed> get(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    LocalDate given = new Parameters(request).date("on");
    LocalDate on = given == null ? BusinessTime.dateAt(clock.instant()) : given;
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(
            interest
                .on(caller.tenant(), id, on)
                .map(found -> InterestOwed.of(id, on, found))
                .orElseThrow(
                    () ->
                        Refusal.of(
                            ProblemCode.NOT_FOUND, "There is no issued invoice at this address.")));
  }
}
