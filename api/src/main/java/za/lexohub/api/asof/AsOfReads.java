package za.lexohub.api.asof;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.FileAnswers;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.security.Caller;
import za.lexohub.audit.AuditTrail;
import za.lexohub.audit.AuditTrail.AsOf;
import za.lexohub.audit.AuditTrail.Kind;
import za.lexohub.audit.AuditTrail.Moment;
import za.lexohub.audit.AuditTrail.NotYetHappened;

/**
 * Answers {@code asOf=<instant>} and {@code asOfPosition=<n>} from the log, in the form of the live
 * read. Neither read models nor their lag play a part.
 */
public final class AsOfReads {
  public static final String AS_OF = "asOf";
  public static final String AS_OF_POSITION = "asOfPosition";
  static final String HEADER = FileAnswers.AS_OF_POSITION;

  /** A field that the live read lacks is a mistake of ours and must be seen. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final AuditTrail trail;

  public AsOfReads(AuditTrail trail) {
    this.trail = trail;
  }

  public boolean isAsked(HttpServletRequest request) {
    return request.getParameter(AS_OF) != null || request.getParameter(AS_OF_POSITION) != null;
  }

  /** The thing as it was, with the last position that may have counted; 404 before it was there. */
  public <T> ResponseEntity<T> one(
      HttpServletRequest request, Caller caller, Kind kind, UUID id, Class<T> view) {
    Moment moment = moment(new Parameters(request));
    Optional<AsOf> found;
    try {
      found = trail.asOf(caller.tenant(), kind, id, moment);
    } catch (NotYetHappened future) {
      throw refused(
          moment instanceof Moment.At ? AS_OF : AS_OF_POSITION,
          String.valueOf(future.getMessage()));
    }
    AsOf asOf =
        found.orElseThrow(
            () -> Refusal.of(ProblemCode.NOT_FOUND, "There was nothing at this address then."));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(HEADER, Long.toString(asOf.position()))
        .body(JSON.convertValue(asOf.state(), view));
  }

  private static Moment moment(Parameters given) {
    Instant instant = given.instant(AS_OF);
    Long position = given.position(AS_OF_POSITION);
    if (instant != null && position == null) {
      return new Moment.At(instant);
    }
    if (position != null && instant == null) {
      return new Moment.Position(position);
    }
    throw refused(AS_OF, "Say either a time by asOf or a position by asOfPosition.");
  }

  private static Refusal refused(String parameter, @Nullable String detail) {
    return Refusal.input(
        ProblemCode.INVALID_PARAMETER,
        String.valueOf(detail),
        new InputError(parameter, "invalid-value", "is no moment of the log"));
  }
}
