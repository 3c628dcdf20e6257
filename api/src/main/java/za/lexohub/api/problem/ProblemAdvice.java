package za.lexohub.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.VersionConflict;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.ledger.CommandLedger;
import za.lexohub.messages.party.PersonalDataVault;
import za.lexohub.messages.serialization.UnreadableEvent;

/**
 * Turns whatever a request ended with into a problem. What is not named here is our fault: it is
 * logged under the trace id and answered without any of its words.
 */
@RestControllerAdvice
final class ProblemAdvice {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final String AGAIN = "Try again in a moment with the same Idempotency-Key.";

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler(Exception.class)
  @Nullable ResponseEntity<Problem> answer(Exception thrown, HttpServletRequest request)
      throws Exception {
    Throwable cause = Causes.meaningful(thrown);
    Refusal behind = Behind.refusal(cause);
    if (behind != null) {
      return refused(request, behind);
    }
    return switch (cause) {
      // Spring Security's own filters answer these.
      case AccessDeniedException denied -> throw denied;
      case AuthenticationException failed -> throw failed;
      // The client is gone; there is nobody to answer.
      case AsyncRequestNotUsableException gone -> null;
      case Refusal refusal -> refused(request, refusal);
      case RuleViolated violated when violated.rule() == Rule.LINK_INVALID -> linkInvalid(request);
      case RuleViolated violated ->
          problems.rule(request, violated.rule(), text(violated), violated.facts());
      case NotFound missing -> plain(request, ProblemCode.NOT_FOUND, text(missing));
      case AggregateNotFoundException missing -> notFound(request);
      case VersionConflict conflict -> versionConflict(request, conflict);
      case ConcurrencyException lost -> later(request, ProblemCode.CONCURRENT_CHANGE, AGAIN);
      case PersonalDataVault.VaultUnavailable closed ->
          later(request, ProblemCode.UNAVAILABLE, AGAIN);
      case Documents.DocumentErased erased ->
          plain(request, ProblemCode.ERASED, "The document was erased and cannot be read again.");
      case Documents.DocumentsUnavailable away -> later(request, ProblemCode.UNAVAILABLE, AGAIN);
      case UnreadableEvent unreadable -> unreadable(request, unreadable);
      case CommandLedger.TooLarge much ->
          plain(request, ProblemCode.BODY_TOO_LARGE, "This is more than can be recorded at once.");
      case HttpMessageNotReadableException unreadable -> unreadable(request, unreadable);
      case MethodArgumentNotValidException invalid -> invalid(request, invalid);
      case MethodArgumentTypeMismatchException mismatch -> mismatch(request, mismatch);
      // A blank where an id belongs.
      case MissingPathVariableException blank -> notFound(request);
      case HttpRequestMethodNotSupportedException method ->
          problems.answer(
              request,
              ProblemCode.METHOD_NOT_ALLOWED,
              method.getMethod() + " is not possible here.",
              List.of(),
              method.getHeaders());
      case HttpMediaTypeNotSupportedException media ->
          plain(
              request, ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: application/json.");
      // Found only when somebody asks for the parameters: bytes that are no text, names that hide.
      case InvalidParameterException garbled -> garbled(request);
      case RequestRejectedException hostile -> garbled(request);
      case ErrorResponse web when web.getStatusCode().is4xxClientError() -> web(request, web);
      default -> Causes.isUnreachable(cause) ? unreachable(request, cause) : ours(request, cause);
    };
  }

  private ResponseEntity<Problem> refused(HttpServletRequest request, Refusal r) {
    return problems.answer(request, r.code(), r.getMessage(), r.errors(), r.headers());
  }

  private ResponseEntity<Problem> garbled(HttpServletRequest request) {
    return plain(request, ProblemCode.INVALID_PARAMETER, "The parameters cannot be read.");
  }

  private ResponseEntity<Problem> linkInvalid(HttpServletRequest request) {
    return plain(request, ProblemCode.LINK_INVALID, "This link is unknown, used or expired.");
  }

  private ResponseEntity<Problem> notFound(HttpServletRequest request) {
    return plain(request, ProblemCode.NOT_FOUND, "There is nothing at this address.");
  }

  private ResponseEntity<Problem> versionConflict(
      HttpServletRequest request, VersionConflict conflict) {
    HttpHeaders headers = new HttpHeaders();
    headers.setETag("\"v" + conflict.actual() + "\"");
    return problems.answer(
        request,
        ProblemCode.VERSION_CONFLICT,
        "It is at version " + conflict.actual() + " now. Read it again and decide again.",
        List.of(),
        headers);
  }

  private ResponseEntity<Problem> unreadable(
      HttpServletRequest request, HttpMessageNotReadableException unreadable) {
    Unreadable why = Unreadable.of(unreadable.getCause());
    return problems.answer(request, why.code(), why.detail(), why.errors(), new HttpHeaders());
  }

  private ResponseEntity<Problem> invalid(
      HttpServletRequest request, MethodArgumentNotValidException invalid) {
    List<InputError> errors = new ArrayList<>(Violations.of(invalid));
    return problems.answer(
        request,
        ProblemCode.INVALID_INPUT,
        errors.size() == 1 ? "One value is not valid." : errors.size() + " values are not valid.",
        errors,
        new HttpHeaders());
  }

  private ResponseEntity<Problem> mismatch(
      HttpServletRequest request, MethodArgumentTypeMismatchException mismatch) {
    // An id that cannot be one names nothing.
    if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
      return notFound(request);
    }
    InputError error = new InputError(mismatch.getName(), "wrong-type", "cannot be read");
    return problems.answer(
        request,
        ProblemCode.INVALID_PARAMETER,
        "A parameter cannot be read.",
        List.of(error),
        new HttpHeaders());
  }

  private ResponseEntity<Problem> web(HttpServletRequest request, ErrorResponse web) {
    HttpStatus status = HttpStatus.resolve(web.getStatusCode().value());
    return switch (status) {
      case NOT_FOUND -> notFound(request);
      case NOT_ACCEPTABLE ->
          plain(request, ProblemCode.NOT_ACCEPTABLE, "There is no such representation here.");
      case null, default ->
          problems.answer(
              request,
              ProblemCode.BAD_REQUEST,
              "The request cannot be understood.",
              List.of(),
              web.getHeaders());
    };
  }

  /** Another node may run a release that can, so the client may try again. */
  private ResponseEntity<Problem> unreadable(HttpServletRequest request, UnreadableEvent cause) {
    log.error("{}", cause.getMessage(), cause);
    return later(
        request,
        ProblemCode.EVENT_UNREADABLE,
        "Nothing is lost and nothing was changed. The operator has to start the newer release; the"
            + " same Idempotency-Key is safe then.");
  }

  private ResponseEntity<Problem> unreachable(HttpServletRequest request, Throwable cause) {
    log.warn("A part cannot be reached: {}", cause.toString());
    return later(request, ProblemCode.UNAVAILABLE, AGAIN);
  }

  private ResponseEntity<Problem> ours(HttpServletRequest request, Throwable cause) {
    // The pattern, because a path may hold the token of a public link.
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    log.error("{} {} failed", request.getMethod(), pattern, cause);
    return plain(
        request,
        ProblemCode.INTERNAL_ERROR,
        "It is logged under this trace id. Repeating the request with the same Idempotency-Key is"
            + " safe.");
  }

  private ResponseEntity<Problem> later(
      HttpServletRequest request, ProblemCode code, String detail) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "2");
    return problems.answer(request, code, detail, List.of(), headers);
  }

  private ResponseEntity<Problem> plain(
      HttpServletRequest request, ProblemCode code, String detail) {
    return problems.answer(request, code, detail, List.of(), new HttpHeaders());
  }

  private static String text(Throwable thrown) {
    return thrown.getMessage() == null ? "" : thrown.getMessage();
  }
}
