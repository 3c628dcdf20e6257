package za.lexohub.projectors.proforma;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.proforma.ProFormaRows;
import za.lexohub.readmodels.row.Stamp;

/**
 * Where the mails about a pro forma stand; revision 0 is the request before there is a quote. Of
 * the mails of one revision and template the last that was asked for is shown, and what becomes of
 * an earlier one says nothing of it.
 */
final class Mails {

  /** The delivery of the mail that goes out by itself; those that a person sends count from 1. */
  static final int FIRST = 0;

  private final ProFormaRows proFormas;

  Mails(ProFormaRows proFormas) {
    this.proFormas = proFormas;
  }

  void requested(Stamp stamp, int delivery, int revision, String template) {
    proFormas.mail(
        stamp, revision, template, delivery, mail(revision, template, "REQUESTED", stamp));
  }

  void sent(Stamp stamp, int delivery, int revision, String template, String messageId) {
    Map<String, @Nullable Object> fields = mail(revision, template, "SENT", stamp);
    fields.put("messageId", messageId);
    proFormas.mailed(stamp, revision, template, delivery, fields);
  }

  void failed(Stamp stamp, int delivery, int revision, String template, String reason) {
    Map<String, @Nullable Object> fields = mail(revision, template, "FAILED", stamp);
    fields.put("reason", reason);
    proFormas.mailed(stamp, revision, template, delivery, fields);
  }

  private static Map<String, @Nullable Object> mail(
      int revision, String template, String state, Stamp stamp) {
    Map<String, @Nullable Object> fields = ProFormaProjector.document(revision, state, stamp);
    fields.put("template", template);
    return fields;
  }
}
