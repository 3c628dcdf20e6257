package za.lexohub.processes.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work for the mail queue, without personal data: the worker looks the address up.
 *
 * @param type always {@code SEND_EMAIL}
 * @param to a {@link za.lexohub.messages.invoice.Recipient}, or {@code CLIENT} for an agreement
 * @param template the template's name, such as {@code final-invoice} or {@code pro-forma}
 */
public record SendEmail(String type, String to, String template, Data data, Instant timestamp) {

  public static final String TYPE = "SEND_EMAIL";

  /**
   * What the mail is about.
   *
   * @param userId the tenant
   * @param number which mail: a delivery, or a pro forma's revision
   * @param request the sequence number of the event that asked for it. Of several messages for one
   *     mail only that of the newest request is worked off. Without it the message counts as the
   *     newest
   */
  public record Data(
      String userId,
      @Nullable UUID invoiceId,
      @Nullable UUID proformaId,
      int number,
      @Nullable Long request,
      @Nullable UUID matterId,
      @Nullable UUID agreementId) {}
}
