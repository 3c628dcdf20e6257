package za.lexohub.processes.mail;

import jakarta.mail.internet.InternetAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mail, ready to be written.
 *
 * @param id what the mail is, the same whenever it is sent: becomes the left side of its
 *     Message-ID, by which mail systems know a duplicate
 * @param replyTo the advocate, when reachable
 * @param template names the two resources that hold its words
 * @param values what the words refer to, formatted already
 */
record Letter(
    String id,
    InternetAddress to,
    @Nullable InternetAddress replyTo,
    String subject,
    String template,
    Map<String, Object> values,
    @Nullable Attachment attachment) {}
