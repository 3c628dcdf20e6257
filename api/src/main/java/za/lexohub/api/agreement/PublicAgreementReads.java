package za.lexohub.api.agreement;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.publiclink.PublicDoor;
import za.lexohub.api.reading.Freshness;
import za.lexohub.api.security.NeedsNoLogin;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.query.agreement.AgreementQueries;
import za.lexohub.role.QueryRole;

/** What a client sees behind a link. */
@RestController
@NeedsNoLogin
@QueryRole
@RequestMapping("/api/v1/public/agreements/{token}")
@SecurityRequirements
public final class PublicAgreementReads {
  private final PublicDoor door;
  private final AgreementQueries agreements;

  PublicAgreementReads(PublicDoor door, AgreementQueries agreements) {
    this.door = door;
    this.agreements = agreements;
  }

  @GetMapping
  ResponseEntity<PublicAgreement> get(HttpServletRequest request, @PathVariable String token) {
    var freshness = Freshness.of(request);
    PublicAgreement seen =
        door.look(
            token,
            Set.of(LinkPurpose.SIGN),
            freshness,
            (link, hash) ->
                agreements
                    .get(link.tenant(), link.subjectId(), freshness)
                    .map(answer -> PublicAgreement.of(link.expiresAt(), answer.value()))
                    .orElseThrow(PublicAgreementReads::notYet));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("Referrer-Policy", "no-referrer")
        .body(seen);
  }

  private static Refusal notYet() {
    return Refusal.later(
        ProblemCode.NOT_YET_APPLIED, "The link is newer than this view.", Duration.ofSeconds(1));
  }
}
