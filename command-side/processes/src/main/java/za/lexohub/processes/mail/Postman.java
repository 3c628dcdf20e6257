package za.lexohub.processes.mail;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import za.lexohub.processes.circuit.Circuits;

/**
 * Hands letters to the mail server: HTML with its text alternative, the paper attached. Returns
 * when the server has taken the letter. A server that fails is left alone for a while; whoever has
 * a letter for it waits that long, for a message that is given back has lost one of the few times
 * that it is handed out.
 */
final class Postman {

  private static final String TIMEOUT_MILLIS = "15000";

  /** One that is left alone, tried, and left alone again. */
  private static final Duration MOST_WAIT = Circuits.LEFT_ALONE.multipliedBy(2);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final JavaMailSender sender;
  private final LetterTemplates templates;
  private final InternetAddress from;
  private final Clock clock;
  private final CircuitBreaker circuit;

  /**
   * @param from who sends: a name and an address of a domain that the mail server may send for
   */
  Postman(
      JavaMailSender sender,
      LetterTemplates templates,
      String from,
      Clock clock,
      CircuitBreaker circuit) {
    this.sender = bounded(sender);
    this.templates = templates;
    this.clock = clock;
    this.circuit = circuit;
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
  void send(Letter letter) throws Undeliverable, InterruptedException {
    awaitCircuit();
    long begun = System.nanoTime();
    try {
      handOver(letter);
      circuit.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
    } catch (Undeliverable e) {
      circuit.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
      throw e;
    } catch (NotMailed e) {
      if (e.isAnswer()) {
        circuit.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
      } else {
        circuit.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, e);
      }
      throw e;
    } catch (RuntimeException | Error e) {
      // No letter came of it, and no call.
      circuit.releasePermission();
      throw e;
    }
  }

  private void awaitCircuit() throws InterruptedException {
    long end = System.nanoTime() + MOST_WAIT.toNanos();
    while (!circuit.tryAcquirePermission()) {
      if (System.nanoTime() - end > 0) {
        throw NotMailed.leftAlone();
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  private void handOver(Letter letter) throws Undeliverable {
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
