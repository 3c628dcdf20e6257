package za.lexohub.domain.document;

import java.util.HashMap;
import java.util.Map;

/**
 * The mails about one thing: of each template as many as were asked for, told apart by a number.
 * Each goes its {@link Progress}.
 */
public final class Mails {
  private record Mail(String template, int number) {}

  private final Progress<Mail> progress = new Progress<>();
  private final Map<String, Integer> last = new HashMap<>();

  /** The number of the next mail of this template, from 1. */
  public int next(String template) {
    return last.getOrDefault(template, 0) + 1;
  }

  public boolean isSent(String template, int number) {
    return progress.isDone(new Mail(template, number));
  }

  /** As {@link Progress#awaits}. */
  public boolean awaits(String template, int number) {
    return progress.awaits(new Mail(template, number));
  }

  /** As {@link Progress#isOpen}. */
  public boolean isOpen(String template, int number) {
    return progress.isOpen(new Mail(template, number));
  }

  public void requested(String template, int number) {
    last.merge(template, number, Math::max);
    progress.requested(new Mail(template, number));
  }

  public void sent(String template, int number) {
    progress.done(new Mail(template, number));
  }

  public void givenUp(String template, int number) {
    progress.givenUp(new Mail(template, number));
  }
}
