package za.lexohub.embedded.mail;

import java.util.Map;
import za.lexohub.embedded.part.Part;

/**
 * A mail server that accepts a letter for anybody and makes the mailbox on the way. Anybody may
 * read every mailbox by IMAP: the login is the address, the password is not looked at.
 */
public interface MailPart extends Part {

  String host();

  int smtpPort();

  int imapPort();

  @Override
  default String address() {
    return "smtp://%s:%d, imap://%s:%d".formatted(host(), smtpPort(), host(), imapPort());
  }

  @Override
  default Map<String, String> properties() {
    return Map.of("spring.mail.host", host(), "spring.mail.port", Integer.toString(smtpPort()));
  }
}
