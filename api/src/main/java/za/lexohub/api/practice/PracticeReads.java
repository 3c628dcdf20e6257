package za.lexohub.api.practice;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Freshness;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.messages.document.Logos;
import za.lexohub.query.practice.PracticeQueries;
import za.lexohub.readmodels.practice.PracticeView;
import za.lexohub.role.QueryRole;

/** Shows the practice. */
@RestController
@QueryRole
@RequestMapping("/api/v1/practice")
public final class PracticeReads {
  private final PracticeQueries practices;
  private final Logos logos;
  private final Reads reads;

  PracticeReads(PracticeQueries practices, Logos logos, Reads reads) {
    this.logos = logos;
    this.practices = practices;
    this.reads = reads;
  }

  /** The logo that papers bear now. */
  @GetMapping(path = "/logo", produces = MediaType.IMAGE_PNG_VALUE)
  @Needs(Permission.READ_BOOKS)
  ResponseEntity<byte[]> logo(HttpServletRequest request, Caller caller) {
    String sha256 =
        practices
            .get(caller.tenant().value(), Freshness.of(request))
            .map(answer -> answer.value().logoSha256())
            .orElseThrow(() -> Refusal.of(ProblemCode.NOT_FOUND, "This practice has set no logo."));
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .eTag("\"" + sha256 + "\"")
        .header("X-Content-Type-Options", "nosniff")
        .body(logos.read(caller.tenant(), sha256));
  }

  @GetMapping
  @Needs(Permission.READ_BOOKS)
  ResponseEntity<PracticeView> get(HttpServletRequest request, Caller caller) {
    return reads.one(
        request,
        PracticeView::version,
        consistency -> practices.get(caller.tenant().value(), consistency));
  }
}
