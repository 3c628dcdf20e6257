package za.lexohub.processes.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/**
 * The mail server did not take a letter this time. Says by the kinds of the failures and the
 * server's reply codes what happened, and keeps neither their texts nor themselves: they name the
 * addresses.
 */
final class NotMailed extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 16;

  /** With which every reply of a mail server begins (RFC 5321). */
  private static final Pattern REPLY_CODE = Pattern.compile("^([2-5]\\d\\d)(?=[ -]|$)");

  /** With which a mail server says that it is going away for a while (RFC 5321). */
  private static final String CLOSING = "421";

  private final boolean answered;

  private NotMailed(String message, boolean answered) {
    super(message);
    this.answered = answered;
  }

  static NotMailed leftAlone() {
    return new NotMailed("the mail server has failed lately and is left alone for a while", false);
  }

  static NotMailed because(Exception failure) {
    Set<String> kinds = new LinkedHashSet<>();
    Set<String> replies = new HashSet<>();
    Deque<Throwable> open = new ArrayDeque<>();
    open.add(failure);
    for (int i = 0; i < MOST && !open.isEmpty(); i++) {
      Throwable next = open.poll();
      String reply = reply(next);
      String kind = next.getClass().getSimpleName();
      kinds.add(reply == null ? kind : kind + " " + reply);
      if (reply != null) {
        replies.add(reply);
      }
      if (next instanceof MailSendException several) {
        open.addAll(List.of(several.getMessageExceptions()));
      }
      if (next instanceof MessagingException chained && chained.getNextException() != null) {
        open.add(chained.getNextException());
      } else if (next.getCause() != null) {
        open.add(next.getCause());
      }
    }
    return new NotMailed(
        "the mail server did not take the letter: " + String.join(", ", kinds),
        !replies.isEmpty() && !replies.contains(CLOSING));
  }

  /** The server is there, and has said no to this letter. */
  boolean isAnswer() {
    return answered;
  }

  private static @Nullable String reply(Throwable failure) {
    Matcher reply = REPLY_CODE.matcher(String.valueOf(failure.getMessage()));
    return reply.find() ? reply.group(1) : null;
  }
}
