package za.lexohub.api.command;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.problem.InputError;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;

/** An aggregate's version as an entity tag: {@code "v4"} after its fourth event. */
public final class VersionTag {
  private static final Pattern SHAPE = Pattern.compile("\"v([1-9][0-9]{0,17})\"");

  public static String of(long version) {
    return "\"v" + version + "\"";
  }

  /**
   * The version that {@code If-Match} names; empty without the header.
   *
   * @throws Refusal 400 for anything but one strong tag of ours
   */
  static OptionalLong expected(@Nullable String ifMatch) {
    if (ifMatch == null) {
      return OptionalLong.empty();
    }
    Matcher tag = SHAPE.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw Refusal.input(
          ProblemCode.INVALID_HEADER,
          "If-Match takes the one ETag you have read, like \"v4\".",
          new InputError("If-Match", "format", "is not a version tag"));
    }
    return OptionalLong.of(Long.parseLong(tag.group(1)));
  }

  private VersionTag() {}
}
