package za.lexohub.api.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.request.Trace;
import za.lexohub.messages.TenantId;

/**
 * A request that wants to change something, without its body's meaning: what makes it repeatable,
 * conditional and traceable. A controller that takes one takes {@code Idempotency-Key}.
 *
 * @param key unique per tenant
 * @param ifMatch the version it was decided on
 * @param mustBeNew {@code If-None-Match: *}
 * @param body canonical JSON
 * @param reason from {@code X-Actor-Reason} alone: it stands in the log in clear, what the body
 *     says does not
 */
public record CommandRequest(
    String method,
    String path,
    byte[] body,
    String key,
    OptionalLong ifMatch,
    boolean mustBeNew,
    Trace trace,
    @Nullable String reason,
    String clientNetwork) {

  /** The same id whenever this request is repeated; nobody else's request comes to it. */
  public UUID newId(TenantId tenant, String kind) {
    return UUID.nameUUIDFromBytes(
        (kind + "/" + tenant + "/" + key).getBytes(StandardCharsets.UTF_8));
  }

  /** A key of a stranger must not meet one of the advocate's own. */
  public CommandRequest withKeyOf(String owner) {
    return new CommandRequest(
        method, path, body, owner + "/" + key, ifMatch, mustBeNew, trace, reason, clientNetwork);
  }

  /** SHA-256, hex: equal for repeats, different for anything else under the same key. */
  String hash(String target) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part :
          new String[] {
            method, path, target, ifMatch.isPresent() ? "" + ifMatch.getAsLong() : ""
          }) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
