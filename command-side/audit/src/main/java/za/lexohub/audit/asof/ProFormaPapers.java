package za.lexohub.audit.asof;

import java.util.Comparator;
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
    Mail mail = new Mail(event.revision(), event.template());
    mail(mail, "REQUESTED", step, Fields.of("reason", null));
  }

  void sent(ProFormaNotificationSent event, Step step) {
    Mail mail = new Mail(event.revision(), event.template());
    mail(mail, "SENT", step, Fields.of("messageId", event.messageId(), "reason", null));
  }

  void failed(ProFormaNotificationFailed event, Step step) {
    Mail mail = new Mail(event.revision(), event.template());
    mail(mail, "FAILED", step, Fields.of("reason", event.reason()));
  }

  void requested(ProFormaLinkSent event, Step step) {
    mail(new Mail(0, LINK), "REQUESTED", step, Fields.of("reason", null));
  }

  void requested(ProFormaResent event, Step step) {
    mail(new Mail(event.revision(), QUOTE), "REQUESTED", step, Fields.of("reason", null));
  }

  void sent(ProFormaMailSent event, Step step) {
    Mail mail = new Mail(event.revision(), event.template());
    mail(mail, "SENT", step, Fields.of("messageId", event.messageId(), "reason", null));
  }

  void failed(ProFormaMailFailed event, Step step) {
    Mail mail = new Mail(event.revision(), event.template());
    mail(mail, "FAILED", step, Fields.of("reason", event.reason()));
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
