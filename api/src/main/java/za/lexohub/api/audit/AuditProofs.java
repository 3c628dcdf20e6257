package za.lexohub.api.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Cursors;
import za.lexohub.api.reading.Listing;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Reads;
import za.lexohub.api.reading.Takes;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Needs;
import za.lexohub.api.security.Permission;
import za.lexohub.audit.LogProofs;
import za.lexohub.audit.LogProofs.SignedCheckpoint;
import za.lexohub.role.QueryRole;

/** The proofs that the log has not been altered, in forms that other people's software checks. */
@RestController
@QueryRole
@RequestMapping("/api/v1/audit")
public final class AuditProofs {

  /**
   * What the signatures are checked with; best kept from long ago rather than fetched now.
   *
   * @param origin the log's name
   * @param verifierKey of checkpoints and proofs, in force
   * @param packVerifierKey of packs, in force
   * @param keys all that ever signed, in the order of their use
   * @param list the same as the file that the verifier takes
   */
  @Schema(description = "The public keys, as C2SP signed-note writes them.")
  record LogKeys(
      String origin,
      String verifierKey,
      String packVerifierKey,
      List<LogProofs.KeyInTime> keys,
      String list) {}

  private static final String PROOF = "text/plain;charset=utf-8";
  private static final String CURSOR = "audit-checkpoints ";
  private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Duration SOON = Duration.ofSeconds(5);

  private final LogProofs proofs;
  private final Cursors cursors;
  private final Reads reads;

  AuditProofs(LogProofs proofs, Cursors cursors, Reads reads) {
    this.proofs = proofs;
    this.cursors = cursors;
    this.reads = reads;
  }

  @GetMapping("/checkpoints")
  @Needs(Permission.AUDIT)
  @Takes({"limit", "after"})
  ResponseEntity<Listing<SignedCheckpoint>> checkpoints(HttpServletRequest request) {
    Parameters given = new Parameters(request);
    int limit = given.limit();
    long below = below(cursors.readText(given.text("after", Cursors.MAX_LENGTH)));
    List<SignedCheckpoint> page = asked(() -> proofs.checkpoints(below, limit));
    String next = page.size() < limit ? null : cursors.writeText(CURSOR + page.getLast().size());
    return reads.page(request, next, new Listing<>(page, next));
  }

  @GetMapping(path = "/events/{eventId}/proof", produces = PROOF)
  @Needs(Permission.AUDIT)
  ResponseEntity<String> proof(Caller caller, @PathVariable UUID eventId) {
    String proof =
        asked(() -> proofs.proof(caller.tenant(), eventId))
            .orElseThrow(
                () -> Refusal.of(ProblemCode.NOT_FOUND, "There is nothing at this address."))
            .tlogProof();
    return fresh()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(eventId + ".tlog-proof").build().toString())
        .body(proof);
  }

  @GetMapping("/consistency")
  @Needs(Permission.AUDIT)
  @Takes({"from", "to"})
  ResponseEntity<LogProofs.Consistency> consistency(HttpServletRequest request) {
    Parameters given = new Parameters(request);
    long from = size(given, "from");
    long to = size(given, "to");
    if (from > to) {
      throw wrong("from", "must not be larger than to");
    }
    return fresh().body(asked(() -> proofs.consistency(from, to)));
  }

  @GetMapping("/key")
  @Needs(Permission.AUDIT)
  ResponseEntity<LogKeys> key() {
    List<LogProofs.KeyInTime> keys = asked(proofs::keys);
    String key = keys.getLast().verifierKey();
    return fresh()
        .body(
            new LogKeys(
                key.substring(0, key.indexOf('+')),
                key,
                keys.getLast().packVerifierKey(),
                keys,
                proofs.keyList()));
  }

  private static long below(@Nullable String cursor) {
    if (cursor == null) {
      return Long.MAX_VALUE;
    }
    String size = cursor.startsWith(CURSOR) ? cursor.substring(CURSOR.length()) : "";
    if (!SIZE.matcher(size).matches()) {
      throw Cursors.invalid();
    }
    return Long.parseLong(size);
  }

  private static long size(Parameters given, String name) {
    String text = given.text(name);
    if (text == null || !SIZE.matcher(text).matches()) {
      throw wrong(name, "must be a size of the log, from 1");
    }
    return Long.parseLong(text);
  }

  private static Refusal wrong(String name, String message) {
    return Refusal.input(
        ProblemCode.INVALID_PARAMETER,
        "The parameter " + name + " " + message + ".",
        new InputError(name, "invalid-value", message));
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (LogProofs.NotYetSealed early) {
      throw Refusal.later(
          ProblemCode.NOT_YET_SEALED,
          "No signed checkpoint covers this yet; there will be one within seconds.",
          SOON);
    } catch (LogProofs.Unavailable away) {
      throw Refusal.later(
          ProblemCode.UNAVAILABLE, "The sealed tree cannot be read at the moment.", SOON);
    }
  }

  private static ResponseEntity.BodyBuilder fresh() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate());
  }
}
