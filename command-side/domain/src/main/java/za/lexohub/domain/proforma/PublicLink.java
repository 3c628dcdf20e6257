package za.lexohub.domain.proforma;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;

/**
 * The live link of one purpose. Whoever comes with a token learns nothing from a refusal: unknown,
 * used and expired all answer {@link Rule#LINK_INVALID}.
 */
public record PublicLink(String tokenHash, int generation) {

  /** In a time that does not tell how much of the hash was right. */
  public boolean opensWith(@Nullable String presentedHash) {
    return presentedHash != null
        && MessageDigest.isEqual(
            tokenHash.getBytes(StandardCharsets.UTF_8),
            presentedHash.getBytes(StandardCharsets.UTF_8));
  }

  public boolean is(String hash, int linkGeneration) {
    return generation == linkGeneration && opensWith(hash);
  }

  public static void requireValid(boolean valid) {
    if (!valid) {
      throw new RuleViolated(Rule.LINK_INVALID, "the link is not valid");
    }
  }

  public static void requireGeneration(int given, int due) {
    if (given != due) {
      throw new RuleViolated(
          Rule.LINK_GENERATION_STALE, "the next link has generation " + due + ", not " + given);
    }
  }
}
