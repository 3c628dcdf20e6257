package za.lexohub.audit.asof;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaLinkSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfFailed;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfStored;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaResent;

/** The renderings of a pro forma's revisions, and the mails about them. */
final class ProFormaPapers {

  private record Mail(int revision, String template) {}

  private static final String LINK = "pro-forma-link";
  private static final String QUOTE = "pro-forma";

  /** The mail that goes out by itself; those that a person sends count from 1. */
  private static final int FIRST = 0;

  private final Papers<Integer> documents =
      new Papers<>(
          List.of("revision", "state", "key", "sha256", "size", "reason", "at"),
          Comparator.naturalOrder());

  /** Of one revision the shorter name first, as the live read has it. */
  private final Papers<Mail> notifications =
      new Papers<>(
          List.of("revision", "template", "state", "messageId", "reason", "at"),
          Comparator.comparingInt(Mail::revision)
              .thenComparingInt(mail -> mail.template().length())
              .thenComparing(Mail::template));

  /** The delivery that was asked for last, which alone is shown. */
  private final Map<Mail, Integer> shown = new HashMap<>();

  void requested(ProFormaPdfRequested event, Step step) {
    document(event.revision(), "REQUESTED", step, Fields.of("reason", null));
  }

  void stored(ProFormaPdfStored event, Step step) {
    document(
        event.revision(),
        "STORED",
        step,
        Fields.of(
            "key", event.key(), "sha256", event.sha256(), "size", event.size(), "reason", null));
  }

  void failed(ProFormaPdfFailed event, Step step) {
    document(event.revision(), "FAILED", step, Fields.of("reason", event.reason()));
  }

  void requested(ProFormaNotificationRequested event, Step step) {
    requested(new Mail(event.revision(), event.template()), FIRST, step);
  }

  void sent(ProFormaNotificationSent event, Step step) {
    sent(new Mail(event.revision(), event.template()), FIRST, event.messageId(), step);
  }

  void failed(ProFormaNotificationFailed event, Step step) {
    failed(new Mail(event.revision(), event.template()), FIRST, event.reason(), step);
  }

  void requested(ProFormaLinkSent event, Step step) {
    requested(new Mail(0, LINK), event.delivery(), step);
  }

  void requested(ProFormaResent event, Step step) {
    requested(new Mail(event.revision(), QUOTE), event.delivery(), step);
  }

  void sent(ProFormaMailSent event, Step step) {
    sent(new Mail(event.revision(), event.template()), event.delivery(), event.messageId(), step);
  }

  void failed(ProFormaMailFailed event, Step step) {
    failed(new Mail(event.revision(), event.template()), event.delivery(), event.reason(), step);
  }

  List<Object> documents() {
    return documents.list();
  }

  List<Object> notifications() {
    return notifications.list();
  }

  private void document(int revision, String state, Step step, Map<String, @Nullable Object> more) {
    documents.merge(
        revision,
        Fields.merged(
            Fields.of("revision", revision, "state", state, "at", Shown.micros(step.at())), more));
  }

  private void requested(Mail mail, int delivery, Step step) {
    shown.put(mail, delivery);
    mail(mail, "REQUESTED", step, Fields.of("reason", null));
  }

  private void sent(Mail mail, int delivery, String messageId, Step step) {
    if (isShown(mail, delivery)) {
      mail(mail, "SENT", step, Fields.of("messageId", messageId, "reason", null));
    }
  }

  private void failed(Mail mail, int delivery, String reason, Step step) {
    if (isShown(mail, delivery)) {
      mail(mail, "FAILED", step, Fields.of("reason", reason));
    }
  }

  private boolean isShown(Mail mail, int delivery) {
    return shown.getOrDefault(mail, delivery) == delivery;
  }

  private void mail(Mail mail, String state, Step step, Map<String, @Nullable Object> more) {
    notifications.merge(
        mail,
        Fields.merged(
            Fields.of(
                "revision", mail.revision(),
                "template", mail.template(),
                "state", state,
                "at", Shown.micros(step.at())),
            more));
  }
}
