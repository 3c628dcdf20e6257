package za.lexohub.audit.seal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.util.MimeType;
import za.lexohub.audit.checkpoint.AuditObjects;
import za.lexohub.audit.checkpoint.LogKeys;
import za.lexohub.audit.checkpoint.SigningKeys;
import za.lexohub.audit.seal.KeyWishes.Wish;

/**
 * {@code /actuator/signingkey}: which keys sign the log, and the lever to put another one in the
 * place of the one in force. Refusals are problems (RFC 9457).
 */
@WebEndpoint(id = "signingkey")
final class SigningKeyEndpoint {

  private static final MimeType PROBLEM = new MimeType("application", "problem+json");
  private static final int LONGEST_REASON = 500;

  private final LogKeys keys;
  private final KeyWishes wishes;
  private final KeyRecords records;

  SigningKeyEndpoint(LogKeys keys, KeyWishes wishes, KeyRecords records) {
    this.keys = keys;
    this.wishes = wishes;
    this.records = records;
  }

  @ReadOperation
  public WebEndpointResponse<Object> state() {
    return answer(this::seen);
  }

  /**
   * Recorded in the log; the sealer hands over when the old key has sealed that record, within
   * seconds. A key that was to follow and is lost meanwhile gives way to the one that is next now.
   *
   * @param action rotate
   * @param reason compulsory
   */
  @WriteOperation
  public WebEndpointResponse<Object> act(
      SecurityContext who, String action, @Nullable String reason) {
    return answer(
        () -> {
          if (!action.equals("rotate")) {
            throw new Refused(400, "invalid-input", "The action is rotate.");
          }
          String why = compulsory(reason);
          keys.refresh();
          String next = successor();
          if (following().filter(next::equals).isPresent()) {
            throw new Refused(
                409, "key-change-under-way", "A change of keys is under way; see GET.");
          }
          records.changed(who.getPrincipal(), inForce(), next, why);
          return seen();
        });
  }

  private String successor() {
    try {
      return keys.next().verifierKey();
    } catch (SigningKeys.NoneLeft none) {
      throw new Refused(409, "no-further-key", String.valueOf(none.getMessage()));
    } catch (AuditObjects.Away away) {
      throw new Refused(503, "unavailable", "The keys cannot be reached at the moment.");
    }
  }

  private String inForce() {
    return keys.periods().getLast().verifierKey();
  }

  private Optional<String> following() {
    return wishes.newest().map(Wish::newKey).filter(key -> keys.isOurs(key) && !keys.isKnown(key));
  }

  private State seen() {
    return new State(
        keys.origin(),
        keys.refresh().stream()
            .map(
                period ->
                    new Key(
                        period.verifierKey(),
                        period.after() + 1,
                        period.through() == Long.MAX_VALUE ? null : period.through()))
            .toList(),
        following().orElse(null));
  }

  private static String compulsory(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      throw new Refused(400, "invalid-input", "To change the signing key takes a reason.");
    }
    if (reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl)) {
      throw new Refused(
          400, "invalid-input", "A reason is one line of up to " + LONGEST_REASON + " characters.");
    }
    return reason.strip();
  }

  private static WebEndpointResponse<Object> answer(Supplier<?> answer) {
    try {
      return new WebEndpointResponse<>(answer.get());
    } catch (Refused e) {
      return new WebEndpointResponse<>(
          new Problem(e.status, e.code, String.valueOf(e.getMessage())), e.status, PROBLEM);
    }
  }

  /**
   * @param keys in the order of their use; the last one is in force
   * @param following the key that takes over once its announcement is sealed; null when none does
   */
  record State(String origin, List<Key> keys, @Nullable String following) {}

  /**
   * @param from the smallest size of a checkpoint that is its to sign
   * @param through the largest; null for the key in force
   */
  record Key(String verifierKey, long from, @Nullable Long through) {}

  /**
   * @param code stable
   */
  record Problem(int status, String code, String detail) {}

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Refused(int status, String code, String detail) {
      super(detail);
      this.status = status;
      this.code = code;
    }
  }
}
