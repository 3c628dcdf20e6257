package za.lexohub.query.export;

import java.util.Set;
import za.lexohub.readmodels.export.Column.Secrecy;

/**
 * What of a report an analyst sees: the one place that decides. Numbers, days and ids always; of
 * text only what is named here, so that what a report comes to say is left out until somebody has
 * thought of it.
 */
final class Secrecies {

  /** By the record and its component. */
  private static final Set<String> PLAIN =
      Set.of(
          "Money.currency",
          "Listing.nextCursor",
          "Bracket.name",
          "OutstandingInvoice.invoiceNumber",
          "OutstandingInvoice.bar",
          "OutstandingInvoice.bracket",
          "Revenue.basis",
          "Period.period",
          // The practice's own numbers of its matters, as the views for analysts have them.
          "Matter.reference",
          "ActiveMatter.reference",
          "Idle.reference",
          "Matter.bracket",
          "Stage.name",
          "TimeReport.groupBy",
          // A matter's id and number, a category or a month.
          "Group.key",
          "Group.label",
          "PaymentBehaviour.band",
          "Month.month",
          "Open.invoiceNumber",
          "VatReport.basis",
          "Adjustment.kind",
          "Document.kind",
          "Document.invoiceNumber",
          "Document.number",
          // Of the law's thresholds.
          "VatStanding.source");

  private static final Set<String> NAMES =
      Set.of(
          "OutstandingInvoice.client",
          "OutstandingInvoice.attorney",
          "OutstandingInvoice.firm",
          "Matter.client",
          "Client.client",
          "Open.client",
          "Open.attorney",
          "ActiveMatter.client");

  static Secrecy of(Class<?> record, String component) {
    String said = record.getSimpleName() + "." + component;
    return PLAIN.contains(said)
        ? Secrecy.PLAIN
        : NAMES.contains(said) ? Secrecy.NAME : Secrecy.TEXT;
  }

  private Secrecies() {}
}
