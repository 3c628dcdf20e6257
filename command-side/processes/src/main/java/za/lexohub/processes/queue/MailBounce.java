package za.lexohub.processes.queue;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Amazon SES tells when a mail that it took came back, of which only this much is read. It
 * names recipients too; they are left where they are.
 *
 * @param notificationType always {@code Bounce}
 */
public record MailBounce(String notificationType, Bounce bounce, Mail mail) {

  public static final String TYPE = "Bounce";

  public MailBounce {
    Objects.requireNonNull(bounce, "bounce");
    Objects.requireNonNull(mail, "mail");
  }

  /**
   * @param bounceType {@code Permanent}, or what may yet be delivered
   */
  public record Bounce(String bounceType, @Nullable List<Recipient> bouncedRecipients) {}

  /**
   * @param status of RFC 3463, like {@code 5.1.1}
   */
  public record Recipient(@Nullable String status) {}

  /** The mail as it was sent. */
  public record Mail(@Nullable CommonHeaders commonHeaders) {}

  /**
   * @param messageId as we wrote it
   */
  public record CommonHeaders(@Nullable String messageId) {}
}
