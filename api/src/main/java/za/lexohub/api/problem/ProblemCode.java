package za.lexohub.api.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * The refusals that are not business rules, each with its status. The code is stable; the business
 * rules' codes are {@link za.lexohub.messages.Rule}'s and always answer 409.
 */
public enum ProblemCode {
  MALFORMED_JSON(HttpStatus.BAD_REQUEST, "The body is not JSON"),
  INVALID_INPUT(HttpStatus.BAD_REQUEST, "The input is not valid"),
  INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter is not valid"),
  INVALID_HEADER(HttpStatus.BAD_REQUEST, "A header is not valid"),
  INVALID_CURSOR(HttpStatus.BAD_REQUEST, "The cursor is not one of ours, or is for another list"),
  BAD_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be understood"),
  IDEMPOTENCY_KEY_MISSING(HttpStatus.BAD_REQUEST, "Idempotency-Key is required"),
  IDEMPOTENCY_KEY_INVALID(HttpStatus.BAD_REQUEST, "Idempotency-Key is not valid"),
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "A valid access token is required"),
  FORBIDDEN(HttpStatus.FORBIDDEN, "Your role may not do this"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing"),
  LINK_INVALID(HttpStatus.NOT_FOUND, "This link is not valid"),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not take that method"),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "No such representation"),
  REQUEST_IN_FLIGHT(HttpStatus.CONFLICT, "The same request is still being worked on"),
  CONCURRENT_CHANGE(HttpStatus.CONFLICT, "Others are changing the same thing"),
  VERSION_CONFLICT(HttpStatus.PRECONDITION_FAILED, "It has changed since you read it"),
  BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json"),
  IDEMPOTENCY_KEY_REUSED(
      HttpStatus.UNPROCESSABLE_CONTENT, "This Idempotency-Key was used for another request"),
  PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "If-Match is required"),
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
  INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side"),
  EVENT_UNREADABLE(
      HttpStatus.SERVICE_UNAVAILABLE, "This release cannot read what another release has written"),
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "A part of the system cannot be reached"),
  OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "This node has more to do than it can"),
  NOT_YET_APPLIED(HttpStatus.SERVICE_UNAVAILABLE, "What you wrote is not yet visible here"),
  PROJECTION_PARKED(HttpStatus.SERVICE_UNAVAILABLE, "This view is out of date and being repaired"),
  NOT_YET_SEALED(HttpStatus.SERVICE_UNAVAILABLE, "No signed checkpoint covers this yet"),
  ERASED(HttpStatus.GONE, "It was erased"),
  DOCUMENT_NOT_READY(HttpStatus.NOT_FOUND, "The document has not been made yet"),
  SESSION_ENDED(HttpStatus.UNAUTHORIZED, "Your session has ended");

  private final HttpStatus status;
  private final String title;

  ProblemCode(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  public HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  /** As it stands in a problem: lower case with dashes. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
