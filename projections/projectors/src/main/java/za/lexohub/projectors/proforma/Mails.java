package za.lexohub.projectors.proforma;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.proforma.ProFormaRows;
import za.lexohub.readmodels.row.Stamp;

/** Where the mails about a pro forma stand; revision 0 is the request before there is a quote. */
final class Mails {

  private final ProFormaRows proFormas;

  Mails(ProFormaRows proFormas) {
    this.proFormas = proFormas;
  }

  void requested(Stamp stamp, int revision, String template) {
    proFormas.notification(stamp, revision, template, mail(revision, template, "REQUESTED", stamp));
  }

  void sent(Stamp stamp, int revision, String template, String messageId) {
    Map<String, @Nullable Object> fields = mail(revision, template, "SENT", stamp);
    fields.put("messageId", messageId);
    proFormas.notification(stamp, revision, template, fields);
  }

  void failed(Stamp stamp, int revision, String template, String reason) {
    Map<String, @Nullable Object> fields = mail(revision, template, "FAILED", stamp);
    fields.put("reason", reason);
    proFormas.notification(stamp, revision, template, fields);
  }

  private static Map<String, @Nullable Object> mail(
      int revision, String template, String state, Stamp stamp) {
    Map<String, @Nullable Object> fields = ProFormaProjector.document(revision, state, stamp);
    fields.put("template", template);
    return fields;
  }
}
