package za.lexohub.api.audit;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Download;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.audit.AuditPacks;
import za.lexohub.audit.AuditPacks.Pack;
import za.lexohub.audit.LogProofs;
import za.lexohub.role.QueryRole;

/** Hands out packs. A POST, because it is work; it changes nothing and takes no key. */
@RestController
@QueryRole
public final class AuditPackDownload {
  private final AuditPacks packs;

  AuditPackDownload(AuditPacks packs) {
    this.packs = packs;
  }

  /**
   * @param aggregateId absent for the whole tenant
   */
  record PackOf(@Nullable @Size(min = 1, max = 200) String aggregateId) {}

  @PostMapping("/api/v1/audit/pack")
  @Needs(Permission.AUDIT)
  @ApiResponse(
      responseCode = "200",
      description = "Events, proofs and papers, with a page that verifies them.",
      content =
          @Content(
              mediaType = "application/zip",
              schema = @Schema(type = "string", format = "binary")))
  void pack(
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller,
      @Valid @RequestBody(required = false) @Nullable PackOf asked)
      throws IOException {
    try (Pack pack = made(caller, asked == null ? null : asked.aggregateId())) {
      response.setContentLengthLong(pack.size());
      Download.send(
          request,
          response,
          "application/zip",
          pack.fileName(),
          out -> {
            try (InputStream content = pack.open()) {
              content.transferTo(out);
            }
          });
    }
  }

  private Pack made(Caller caller, @Nullable String aggregateId) {
    try {
      Optional<Pack> pack = packs.pack(caller.tenant(), aggregateId);
      return pack.orElseThrow(
          () -> Refusal.of(ProblemCode.NOT_FOUND, "There are no events to pack."));
    } catch (LogProofs.NotYetSealed open) {
      throw later(
          ProblemCode.NOT_YET_SEALED,
          "The log is not sealed as far as it goes; that takes seconds.",
          5);
    } catch (LogProofs.Unavailable away) {
      throw later(ProblemCode.UNAVAILABLE, "The seals cannot be reached.", 5);
    } catch (AuditPacks.Busy busy) {
      throw later(ProblemCode.UNAVAILABLE, "Other packs are being made.", 10);
    }
  }

  private static Refusal later(ProblemCode code, String detail, int seconds) {
    return Refusal.later(code, detail, Duration.ofSeconds(seconds));
  }
}
