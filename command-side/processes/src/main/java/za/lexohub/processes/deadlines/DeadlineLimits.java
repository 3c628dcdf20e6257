package za.lexohub.processes.deadlines;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the watchers of dates behave once their date has come.
 *
 * @param repeat how long to wait for the answer before asking again. A minute: nobody waits for an
 *     expiry, and the answer normally takes milliseconds
 * @param longest wait between two repeats, which double. An hour: such a date is never given up,
 *     but while something is broken it need not be asked about more often
 */
@ConfigurationProperties("lexohub.deadlines")
public record DeadlineLimits(
    @DefaultValue("1m") Duration repeat, @DefaultValue("1h") Duration longest) {

  public DeadlineLimits {
    repeating(repeat, longest);
  }

  public Duration repeatAfter(int attempt) {
    return repeating(repeat, longest).timeoutAfter(attempt);
  }

  private static Patience repeating(Duration repeat, Duration longest) {
    return new Patience(repeat, 2, longest, 1);
  }
}
