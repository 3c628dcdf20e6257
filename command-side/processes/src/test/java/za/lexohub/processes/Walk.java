package za.lexohub.processes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceBecameOverdue;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePaid;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceResent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.InvoiceSource;
import za.lexohub.messages.invoice.InvoiceType;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.Totals;
import za.lexohub.messages.party.Party;
import za.lexohub.messages.party.PersonalData;
import za.lexohub.messages.practice.Bar;
import za.lexohub.messages.practice.PaymentTerm;
import za.lexohub.messages.practice.Supplier;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.Offer;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaAccepted;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfStored;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaSent;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.proforma.RequestedAction;
import za.lexohub.messages.proforma.Urgency;

/** The events of one walk from request to paid invoice, with the golden total of 31,625.00. */
public final class Walk {

  public static final TenantId TENANT = new TenantId("adv-1");
  public static final ProFormaId PRO_FORMA = ProFormaId.of("0b9d1f0e-8f1b-4c8e-9d2a-3f6f0a5b7c11");
  public static final InvoiceId INVOICE = InvoiceId.forProForma(PRO_FORMA, 1);
  public static final MatterId MATTER =
      new MatterId(UUID.fromString("5a1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d"));
  public static final LocalDate DUE = LocalDate.of(2027, 1, 19);
  public static final LocalDate VALID_UNTIL = LocalDate.of(2026, 12, 4);
  public static final Totals TOTALS =
      new Totals(
          Money.cents(2_750_000),
          Money.ZERO,
          Money.ZERO,
          Money.cents(2_750_000),
          1500,
          Money.cents(412_500),
          Money.cents(3_162_500),
          Totals.HALF_UP_PER_DOCUMENT);

  private static final UUID SUBJECT = UUID.fromString("00000000-0000-4000-8000-000000000001");
  public static final PersonalData SEALED = new PersonalData(SUBJECT, SUBJECT, "bm9uY2U=", "Y2k=");
  private static final Party PARTY = new Party(SEALED, true);
  private static final Supplier SUPPLIER = new Supplier(Bar.JOHANNESBURG, true, SEALED);
  private static final PaymentTerm TERM = new PaymentTerm("JHB_60", 60);
  private static final Instant AT = SagaStage.NOW;

  public static ProFormaRequested requested(Instant expiresAt) {
    return new ProFormaRequested(
        PRO_FORMA,
        TENANT,
        PARTY,
        SEALED,
        "Commercial",
        Urgency.LOW,
        RequestedAction.PRO_FORMA,
        "hash",
        1,
        expiresAt);
  }

  public static ProFormaSent sent(int revision, LocalDate validUntil) {
    return new ProFormaSent(
        PRO_FORMA, revision, PARTY, "hash", revision, TOTALS.total(), validUntil, AT);
  }

  public static ProFormaAccepted accepted() {
    return new ProFormaAccepted(
        PRO_FORMA,
        TENANT,
        1,
        1,
        MATTER,
        new Offer(List.of(), TOTALS, SUPPLIER),
        Channel.PUBLIC_LINK,
        "attorney",
        AT);
  }

  public static ProFormaPdfStored proFormaStored(int revision) {
    return new ProFormaPdfStored(PRO_FORMA, revision, "key", "sha", 10, "template", "1");
  }

  public static InvoiceGenerated generated(@Nullable MatterId matter) {
    return new InvoiceGenerated(
        INVOICE,
        TENANT,
        "INV-2026-0001",
        InvoiceSource.PRO_FORMA,
        PRO_FORMA,
        1,
        matter,
        "Commercial",
        InvoiceType.FINAL,
        SUPPLIER,
        PARTY,
        PARTY,
        SEALED,
        List.of(),
        TOTALS,
        TERM,
        LocalDate.of(2026, 11, 20),
        DUE);
  }

  public static InvoicePdfStored stored(PdfKind kind) {
    return new InvoicePdfStored(INVOICE, kind, 1, "key", "sha", 10, "template", "1");
  }

  public static InvoiceNotificationSent notified(String template, Recipient to, int delivery) {
    return new InvoiceNotificationSent(INVOICE, template, to, delivery, "<mail@lexohub>");
  }

  public static InvoiceDiscarded discarded() {
    return new InvoiceDiscarded(INVOICE, "INV-2026-0001", PRO_FORMA, SEALED);
  }

  public static InvoiceSent invoiceSent() {
    return new InvoiceSent(
        INVOICE,
        TENANT,
        "INV-2026-0001",
        MATTER,
        PARTY,
        TOTALS,
        TERM,
        LocalDate.of(2026, 11, 20),
        DUE,
        AT);
  }

  public static InvoiceResent resent(int delivery) {
    return new InvoiceResent(INVOICE, delivery, AT);
  }

  public static InvoicePaid paid() {
    return new InvoicePaid(INVOICE, TOTALS.total(), LocalDate.of(2026, 12, 1));
  }

  public static InvoiceReopened reopened() {
    return new InvoiceReopened(INVOICE, TOTALS.total(), DUE);
  }

  public static InvoiceVoided voided() {
    return new InvoiceVoided(INVOICE, "INV-2026-0001", PRO_FORMA, SEALED);
  }

  public static InvoiceBecameOverdue overdue() {
    return new InvoiceBecameOverdue(INVOICE, DUE.plusDays(1), TOTALS.total());
  }

  private Walk() {}
}
