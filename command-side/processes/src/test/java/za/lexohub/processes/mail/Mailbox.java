package za.lexohub.processes.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import za.lexohub.embedded.TestParts;

/** Somebody's letters, read by IMAP. */
final class Mailbox {

  /** A letter as it arrived; headers by name, attachments by filename. */
  record Received(
      Map<String, String> headers,
      String subject,
      String text,
      String html,
      Map<String, byte[]> attachments) {}

  static List<Received> of(String address) throws MessagingException, IOException {
    Properties imap = new Properties();
    imap.put("mail.imap.host", TestParts.mail().host());
    imap.put("mail.imap.port", Integer.toString(TestParts.mail().imapPort()));
    try (Store store = Session.getInstance(imap).getStore("imap")) {
      store.connect(address, "anything");
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        List<Received> received = new ArrayList<>();
        for (Message message : inbox.getMessages()) {
          received.add(received(message));
        }
        return received;
      }
    }
  }

  private static Received received(Message message) throws MessagingException, IOException {
    Map<String, String> headers = new HashMap<>();
    for (String name : List.of("Message-ID", "From", "Reply-To", "To", "Auto-Submitted")) {
      String[] values = message.getHeader(name);
      headers.put(name, values == null ? "" : values[0]);
    }
    Map<String, String> texts = new HashMap<>();
    Map<String, byte[]> attachments = new HashMap<>();
    collect(message, texts, attachments);
    return new Received(
        headers,
        message.getSubject(),
        texts.getOrDefault("text/plain", ""),
        texts.getOrDefault("text/html", ""),
        attachments);
  }

  private static void collect(Part part, Map<String, String> texts, Map<String, byte[]> attachments)
      throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart next = parts.getBodyPart(i);
        collect(next, texts, attachments);
      }
    } else if (part.getFileName() != null) {
      attachments.put(part.getFileName(), part.getInputStream().readAllBytes());
    } else {
      String type = part.isMimeType("text/html") ? "text/html" : "text/plain";
      texts.put(type, (String) part.getContent());
    }
  }

  private Mailbox() {}
}
