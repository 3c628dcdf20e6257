package za.lexohub.api.reading;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import za.lexohub.api.problem.Behind;
import za.lexohub.query.Consistency;

/**
 * How fresh a read must be: {@code Consistency-Token} from a command's answer, and how long the
 * caller waits for it, {@code Prefer: wait=n}, two seconds unless told, ten at most.
 */
public final class Freshness {
  static final String TOKEN = Behind.TOKEN;

  private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
  private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6})\"?");
  private static final Duration USUAL_WAIT = Duration.ofSeconds(2);
  private static final long LONGEST_WAIT_SECONDS = 10;

  public static Consistency of(HttpServletRequest request) {
    String token = request.getHeader(TOKEN);
    if (token == null) {
      return Consistency.NONE;
    }
    if (!POSITION.matcher(token.strip()).matches()) {
      throw Behind.invalidToken();
    }
    return Consistency.through(Long.parseLong(token.strip()), wait(request));
  }

  /** How long the caller waits, whatever it has read before. */
  public static Duration wait(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Prefer")).stream()
        .map(Freshness::wait)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(USUAL_WAIT);
  }

  /** Whatever else is preferred is ignored (RFC 7240). */
  private static @Nullable Duration wait(String preference) {
    Matcher wait = WAIT.matcher(preference);
    return wait.find()
        ? Duration.ofSeconds(Math.min(Long.parseLong(wait.group(1)), LONGEST_WAIT_SECONDS))
        : null;
  }

  private Freshness() {}
}
