package za.lexohub.api.problem;

import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** The edge refuses a request; nothing was changed. Becomes a problem. */
public final class Refusal extends RuntimeException {
  private final ProblemCode code;
  private final transient List<InputError> errors;
  private final transient HttpHeaders headers;

  private Refusal(ProblemCode code, String detail, List<InputError> errors, HttpHeaders headers) {
    super(detail);
    this.code = code;
    this.errors = List.copyOf(errors);
    this.headers = headers;
  }

  public static Refusal of(ProblemCode code, String detail) {
    return new Refusal(code, detail, List.of(), new HttpHeaders());
  }

  /** Wrong input, with where it is wrong. */
  public static Refusal input(ProblemCode code, String detail, InputError... errors) {
    return new Refusal(code, detail, List.of(errors), new HttpHeaders());
  }

  /** It may work later. */
  public static Refusal later(ProblemCode code, String detail, Duration retryAfter) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    return new Refusal(code, detail, List.of(), headers);
  }

  public Refusal with(String header, String value) {
    HttpHeaders all = new HttpHeaders();
    all.addAll(headers);
    all.set(header, value);
    return new Refusal(code, getMessage(), errors, all);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  public ProblemCode code() {
    return code;
  }

  List<InputError> errors() {
    return errors;
  }

  HttpHeaders headers() {
    return headers;
  }
}
