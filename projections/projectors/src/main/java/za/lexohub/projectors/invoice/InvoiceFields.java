package za.lexohub.projectors.invoice;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.practice.PaymentTerm;
import za.lexohub.projectors.party.OpenedText;
import za.lexohub.readmodels.invoice.InvoiceView;
import za.lexohub.readmodels.money.Money;
import za.lexohub.readmodels.money.Totals;
import za.lexohub.readmodels.party.WordingView;
import za.lexohub.readmodels.row.Json;
import za.lexohub.readmodels.row.Stamp;

/** An invoice's events in the words of its list. */
final class InvoiceFields {

  static InvoiceView generated(OpenedText opened, InvoiceGenerated event, Stamp stamp) {
    OpenedText.Opened text = opened.wording(stamp.tenant(), event.wording());
    WordingView wording = text.wording();
    Totals totals = OpenedText.totals(event.totals());
    return new InvoiceView(
        stamp.id(),
        event.invoiceNumber(),
        "DRAFT",
        "DRAFT",
        "UNPAID",
        null,
        null,
        event.source().name(),
        event.proFormaId() == null ? null : event.proFormaId().value(),
        event.round(),
        event.matterId() == null ? null : event.matterId().value(),
        event.matterType(),
        event.invoiceType().name(),
        opened.supplier(stamp.tenant(), event.supplier()),
        opened.party(stamp.tenant(), event.client()),
        opened.party(stamp.tenant(), event.attorney()),
        wording.title(),
        wording.description(),
        wording.narrative(),
        text.describe(event.lines()),
        totals,
        null,
        Money.cents(0),
        totals.total(),
        Money.cents(0),
        Money.cents(0),
        Money.cents(0),
        null,
        true,
        term(event.paymentTerm()),
        event.invoiceDate(),
        event.dueDate(),
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        stamp.version(),
        stamp.at(),
        stamp.at());
  }

  static InvoiceView.Term term(PaymentTerm term) {
    return new InvoiceView.Term(term.policy(), term.days());
  }

  static Map<String, @Nullable Object> document(
      PdfKind kind, int version, String state, Stamp stamp) {
    return Json.fields(
        "kind", kind.name(), "version", version, "state", state, "reason", null, "at", stamp.at());
  }

  static Map<String, @Nullable Object> mail(
      String template, Recipient recipient, int delivery, String state, Stamp stamp) {
    return Json.fields(
        "template",
        template,
        "recipient",
        recipient.name(),
        "delivery",
        delivery,
        "state",
        state,
        "reason",
        null,
        "at",
        stamp.at());
  }

  private InvoiceFields() {}
}
