package za.lexohub.api.publiclink;

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
import za.lexohub.api.reading.Freshness;
import za.lexohub.api.security.NeedsNoLogin;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.query.proforma.ProFormaQueries;
import za.lexohub.role.QueryRole;

/** What an attorney sees behind a link. */
@RestController
@NeedsNoLogin
@QueryRole
@RequestMapping("/api/v1/public/pro-formas/{token}")
@SecurityRequirements
public final class PublicProFormaReads {
  private static final Set<LinkPurpose> SHOWN = Set.of(LinkPurpose.SUBMIT, LinkPurpose.RESPOND);

  private final PublicDoor door;
  private final ProFormaQueries proFormas;

  PublicProFormaReads(PublicDoor door, ProFormaQueries proFormas) {
    this.door = door;
    this.proFormas = proFormas;
  }

  @GetMapping
  ResponseEntity<PublicProForma> get(HttpServletRequest request, @PathVariable String token) {
    var freshness = Freshness.of(request);
    PublicProForma seen =
        door.look(
            token,
            SHOWN,
            freshness,
            (link, hash) ->
                proFormas
                    .get(link.tenant(), link.subjectId(), freshness)
                    .map(answer -> PublicProForma.of(link, answer.value()))
                    .orElseThrow(PublicProFormaReads::notYet));
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
