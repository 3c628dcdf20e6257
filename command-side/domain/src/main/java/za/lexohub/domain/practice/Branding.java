package za.lexohub.domain.practice;

import org.jspecify.annotations.Nullable;

/**
 * How a practice's papers look.
 *
 * @param logoSha256 hex, of the stored picture
 * @param colour {@code #RRGGBB}
 */
public record Branding(@Nullable String logoSha256, @Nullable String colour) {
  static final Branding NONE = new Branding(null, null);
}
