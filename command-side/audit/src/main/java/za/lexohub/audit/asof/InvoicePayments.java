package za.lexohub.audit.asof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReconciled;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PaymentId;

/** The money that came in for one invoice. */
final class InvoicePayments {

  private record Payment(String id, Instant recordedAt, Map<String, @Nullable Object> shown) {}

  private final Map<UUID, Payment> payments = new LinkedHashMap<>();

  void recorded(PaymentRecorded event, @Nullable String reference, Step step) {
    UUID id = event.paymentId().value();
    Instant at = step.at();
    payments.put(
        id,
        new Payment(
            id.toString(),
            at,
            Fields.of(
                "id",
                id,
                "amount",
                Shown.money(event.amount()),
                "method",
                event.method().name(),
                "paymentDate",
                event.paymentDate(),
                "reference",
                reference,
                "recordedAt",
                Shown.micros(at),
                "reversed",
                false,
                "reversalReason",
                null,
                "reconciledOn",
                null,
                "bankReference",
                null)));
  }

  void reversed(PaymentReversed event, @Nullable String reason) {
    changed(event.paymentId(), Fields.of("reversed", true, "reversalReason", reason));
  }

  void reconciled(PaymentReconciled event, @Nullable String bankReference) {
    changed(
        event.paymentId(),
        Fields.of("reconciledOn", event.reconciledOn(), "bankReference", bankReference));
  }

  private void changed(PaymentId paymentId, Map<String, @Nullable Object> fields) {
    payments.computeIfPresent(
        paymentId.value(),
        (id, payment) ->
            new Payment(
                payment.id(), payment.recordedAt(), Fields.merged(payment.shown(), fields)));
  }

  /** By time, then by id. */
  List<Object> list() {
    List<Payment> all = new ArrayList<>(payments.values());
    all.sort(Comparator.comparing(Payment::recordedAt).thenComparing(Payment::id));
    return all.stream().<Object>map(Payment::shown).toList();
  }
}
