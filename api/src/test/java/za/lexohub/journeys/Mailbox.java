package za.lexohub.journeys;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import za.lexohub.embedded.TestParts;

/** What somebody finds in the post, fetched by IMAP. */
final class Mailbox {

  /** A mail, taken apart; its id is the same however often it is sent. */
  record Mail(
      String id,
      String subject,
      String from,
      String text,
      String html,
      List<Attachment> attachments) {}

  record Attachment(String name, String type, byte[] bytes) {}

  static List<Mail> of(String address) {
    return each(address, Mailbox::open);
  }

  /** The ids of all mails, which takes no look into them; one that came twice is there twice. */
  static List<String> ids(String address) {
    return each(address, message -> message.getHeader("Message-ID")[0]);
  }

  private interface Look<T> {
    T at(Message message) throws MessagingException, IOException;
  }

  private static <T> List<T> each(String address, Look<T> look) {
    Properties whole = new Properties();
    whole.setProperty("mail.imap.partialfetch", "false");
    try (Store store = Session.getInstance(whole).getStore("imap")) {
      store.connect(TestParts.mail().host(), TestParts.mail().imapPort(), address, "any");
      Folder inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_ONLY);
      List<T> seen = new ArrayList<>();
      for (Message message : inbox.getMessages()) {
        seen.add(look.at(message));
      }
      return seen;
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("cannot read the mail of " + address, e);
    }
  }

  private static Mail open(Message message) throws MessagingException, IOException {
    Opened opened = new Opened();
    opened.take(message);
    return new Mail(
        message.getHeader("Message-ID")[0],
        message.getSubject(),
        message.getFrom()[0].toString(),
        opened.text.toString(),
        opened.html.toString(),
        opened.attachments);
  }

  /** Without opening any. */
  static int count(String address) {
    try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect(TestParts.mail().host(), TestParts.mail().imapPort(), address, "any");
      Folder inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_ONLY);
      return inbox.getMessageCount();
    } catch (MessagingException e) {
      throw new IllegalStateException("cannot look into the mailbox of " + address, e);
    }
  }

  private static final class Opened {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Attachment> attachments = new ArrayList<>();

    void take(Part part) throws MessagingException, IOException {
      if (part.isMimeType("multipart/*")) {
        Multipart parts = (Multipart) part.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
          take(parts.getBodyPart(i));
        }
      } else if (part.getFileName() != null) {
        try (InputStream in = part.getInputStream()) {
          attachments.add(
              new Attachment(part.getFileName(), part.getContentType(), in.readAllBytes()));
        }
      } else if (part.isMimeType("text/html")) {
        html.append(part.getContent());
      } else if (part.isMimeType("text/plain")) {
        text.append(part.getContent());
      }
    }
  }

  private Mailbox() {}
}
