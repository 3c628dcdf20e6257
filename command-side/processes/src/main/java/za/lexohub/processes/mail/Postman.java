package za.lexohub.processes.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Hands letters to the mail server: HTML with its text alternative, the paper attached. Returns
 * when the server has taken the letter.
 */
final class Postman {

  private static final String TIMEOUT_MILLIS = "15000";

  private final JavaMailSender sender;
  private final LetterTemplates templates;
  private final InternetAddress from;
  private final Clock clock;

  /**
   * @param from who sends: a name and an address of a domain that the mail server may send for
   */
  Postman(JavaMailSender sender, LetterTemplates templates, String from, Clock clock) {
    this.sender = bounded(sender);
    this.templates = templates;
    this.clock = clock;
    try {
      this.from = new InternetAddress(from, true);
      this.from.validate();
    } catch (AddressException e) {
      throw new IllegalArgumentException("lexohub.mail.from is no mail address: " + from, e);
    }
  }

  /** The server will never deliver to this address. */
  static final class Undeliverable extends Exception {
    private static final long serialVersionUID = 1L;

    Undeliverable() {
      super("the mail server refused the recipient's address for good");
    }
  }

  /** The Message-ID under which the letter went, or goes again. */
  String messageId(Letter letter) {
    String address = from.getAddress();
    return "<" + letter.id() + address.substring(address.indexOf('@')) + ">";
  }

  /** Throws {@link NotMailed} when another attempt may succeed. */
  void send(Letter letter) throws Undeliverable {
    try {
      sender.send(message(letter));
    } catch (MailSendException e) {
      for (Exception failure : e.getMessageExceptions()) {
        refuseForGood(failure);
      }
      throw NotMailed.because(e);
    } catch (MailException | MessagingException e) {
      throw NotMailed.because(e);
    }
  }

  private MimeMessage message(Letter letter) throws MessagingException {
    MimeMessage message = sender.createMimeMessage();
    MimeMessageHelper helper =
        new MimeMessageHelper(
            message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
    helper.setFrom(from);
    helper.setTo(letter.to());
    if (letter.replyTo() != null) {
      helper.setReplyTo(letter.replyTo());
    }
    helper.setSubject(letter.subject().replaceAll("\\R", " "));
    helper.setSentDate(Date.from(clock.instant()));
    helper.setText(templates.text(letter), templates.html(letter));
    Attachment attachment = letter.attachment();
    if (attachment != null) {
      helper.addAttachment(
          attachment.filename(), new ByteArrayResource(attachment.content()), "application/pdf");
    }
    // Nobody's out-of-office reply belongs in the practice's inbox (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Message-ID", messageId(letter));
    return message;
  }

  /** Jakarta Mail calls an address invalid that was refused with a permanent reply (5xx). */
  private static void refuseForGood(Throwable failure) throws Undeliverable {
    if (failure instanceof SendFailedException refused) {
      jakarta.mail.Address[] invalid = refused.getInvalidAddresses();
      if (invalid != null && invalid.length > 0) {
        throw new Undeliverable();
      }
    }
    if (failure instanceof MessagingException chained && chained.getNextException() != null) {
      refuseForGood(chained.getNextException());
    }
  }

  /** Without these a server that does not answer holds a worker for ever. */
  private static JavaMailSender bounded(JavaMailSender sender) {
    if (sender instanceof JavaMailSenderImpl real) {
      for (String protocol : new String[] {"smtp", "smtps"}) {
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
          real.getJavaMailProperties()
              .putIfAbsent("mail." + protocol + "." + timeout, TIMEOUT_MILLIS);
        }
      }
    }
    return sender;
  }
}
