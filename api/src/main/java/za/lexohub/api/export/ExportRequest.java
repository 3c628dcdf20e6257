package za.lexohub.api.export;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.reading.Freshness;
import za.lexohub.api.reading.Parameters;
import za.lexohub.api.reading.Representation;
import za.lexohub.api.security.Caller;
import za.lexohub.api.security.Permission;
import za.lexohub.audit.AuditTrail;
import za.lexohub.audit.AuditTrail.Moment;
import za.lexohub.query.Consistency;
import za.lexohub.query.export.Asked;

/** What one request for an export asks for beside its filter. */
final class ExportRequest {
  static final String AS_OF = "asOf";
  static final String AS_OF_POSITION = "asOfPosition";

  private final HttpServletRequest request;
  private final Parameters given;
  private final Caller caller;
  private final boolean masked;

  ExportRequest(HttpServletRequest request, Caller caller) {
    this.request = request;
    this.given = new Parameters(request);
    this.caller = caller;
    this.masked = !caller.may(Permission.READ_BOOKS);
  }

  Parameters given() {
    return given;
  }

  /**
   * Text to look for in names and words.
   *
   * @throws Refusal 403 for who may not know them: what is found would tell
   */
  @Nullable String named(String parameter) {
    String text = given.text(parameter);
    if (text != null && masked) {
      throw Refusal.of(ProblemCode.FORBIDDEN, "Your role exports, but finds nobody by name.");
    }
    return text;
  }

  /** As the read models are now. */
  Asked now(Clock clock) {
    return new Asked(
        caller.tenant().value(), masked, Freshness.of(request), Asked.NOW, clock.instant());
  }

  boolean isOfThePast() {
    return request.getParameter(AS_OF) != null || request.getParameter(AS_OF_POSITION) != null;
  }

  /**
   * As of the moment that is asked for.
   *
   * @throws Refusal 400 when the log has not come so far
   */
  Asked then(AuditTrail trail) {
    Instant time = given.instant(AS_OF);
    Long position = given.position(AS_OF_POSITION);
    if ((time == null) == (position == null)) {
      throw refused(AS_OF, "Say either a time by asOf or a position by asOfPosition.");
    }
    try {
      long through =
          trail.position(time != null ? new Moment.At(time) : new Moment.Position(position));
      Consistency atLeast =
          Consistency.through(
              Math.max(through, Freshness.of(request).position()), Freshness.wait(request));
      return new Asked(caller.tenant().value(), masked, atLeast, through, time);
    } catch (AuditTrail.NotYetHappened future) {
      throw refused(time != null ? AS_OF : AS_OF_POSITION, String.valueOf(future.getMessage()));
    }
  }

  /**
   * What is folded is everything there was.
   *
   * @throws Refusal 400 when it shall be narrowed
   */
  void requireNoFilter() {
    Set<String> others = new TreeSet<>(request.getParameterMap().keySet());
    others.removeAll(Set.of(AS_OF, AS_OF_POSITION, Representation.FORMAT));
    if (!others.isEmpty()) {
      throw refused(
          others.iterator().next(),
          "The past is told whole: a filter looks at what things are now.");
    }
  }

  private static Refusal refused(String parameter, String detail) {
    return Refusal.input(
        ProblemCode.INVALID_PARAMETER,
        detail,
        new InputError(parameter, "invalid-value", "is not possible here"));
  }
}
