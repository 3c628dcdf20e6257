package za.lexohub.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Freshness;
import za.lexohub.api.reading.Listing;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.query.Answer;
import za.lexohub.query.access.GrantedQueries;
import za.lexohub.query.matter.MatterQueries;
import za.lexohub.readmodels.access.MatterGrant;
import za.lexohub.role.QueryRole;

/** Shows the advocate who may see a matter. */
@RestController
@QueryRole
public final class GrantReads {
  private final GrantedQueries granted;
  private final MatterQueries matters;
  private final Reads reads;

  GrantReads(GrantedQueries granted, MatterQueries matters, Reads reads) {
    this.granted = granted;
    this.matters = matters;
    this.reads = reads;
  }

  @GetMapping("/api/v1/matters/{id}/grants")
  @Needs(Permission.READ_BOOKS)
  ResponseEntity<Listing<MatterGrant>> list(
      HttpServletRequest request, Caller caller, @PathVariable UUID id) {
    String tenant = caller.tenant().value();
    matters
        .get(tenant, id, Freshness.of(request))
        .orElseThrow(() -> Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address."));
    return reads.plain(
        request,
        consistency -> {
          var found = granted.grants(tenant, id, consistency);
          return new Answer<>(new Listing<>(found.value(), null), found.position());
        });
  }
}
