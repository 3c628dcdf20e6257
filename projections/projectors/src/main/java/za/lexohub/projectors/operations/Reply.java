package za.lexohub.projectors.operations;

import java.util.function.Supplier;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.MimeType;

/** Answers operators the way the rest of the API does: refusals are problems (RFC 9457). */
final class Reply {

  private static final MimeType PROBLEM = new MimeType("application", "problem+json");

  static WebEndpointResponse<Object> of(Supplier<?> answer) {
    try {
      return new WebEndpointResponse<>(answer.get());
    } catch (Refused refused) {
      return new WebEndpointResponse<>(
          new Problem(refused.status(), refused.code(), refused.detail()),
          refused.status(),
          PROBLEM);
    }
  }

  /**
   * @param code stable
   */
  record Problem(int status, String code, String detail) {}

  private Reply() {}
}
