package za.lexohub.processes.mail;

import jakarta.mail.internet.InternetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotification;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotificationFailure;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.processes.pdf.Notation;

/**
 * The mails about an invoice: a draft is ready (to the advocate), the invoice (to the attorney).
 */
final class InvoiceCorrespondence implements Correspondence {

  static final String GENERATED = "invoice-generated";
  static final String FINAL = "final-invoice";

  private final Archive archive;
  private final TenantId tenant;
  private final InvoiceId invoiceId;
  private final String template;
  private final Recipient recipient;
  private final int delivery;
  private final @Nullable Long request;

  InvoiceCorrespondence(
      Archive archive,
      TenantId tenant,
      InvoiceId invoiceId,
      String template,
      Recipient recipient,
      int delivery,
      @Nullable Long request) {
    this.archive = archive;
    this.tenant = tenant;
    this.invoiceId = invoiceId;
    this.template = template;
    this.recipient = recipient;
    this.delivery = delivery;
    this.request = request;
  }

  @Override
  public Decision decide() {
    InvoiceState invoice = new InvoiceState(template, recipient, delivery);
    archive.events(invoiceId.toString()).forEach(invoice::on);
    if (!invoice.belongsTo(tenant) || !invoice.pending(request)) {
      return new Decision.Nothing();
    }
    if (invoice.gone()) {
      return new Decision.Impossible("the invoice was discarded or voided");
    }
    return switch (template) {
      case GENERATED -> generated(invoice);
      case FINAL -> finalInvoice(invoice);
      default -> throw new IllegalArgumentException("no mail is called " + template);
    };
  }

  private Decision generated(InvoiceState invoice) {
    InvoicePdfStored draft = invoice.draft();
    return compose(
        invoice,
        "Draft invoice %s is ready – %s",
        draft == null ? null : attachment(invoice, draft, "-draft"));
  }

  private Decision finalInvoice(InvoiceState invoice) {
    InvoicePdfStored original = invoice.original();
    if (original == null) {
      // Asked for too early: the message comes again when the original may be stored.
      throw new IllegalStateException("the original of " + invoiceId + " is not stored yet");
    }
    return compose(invoice, "Invoice %s – %s", attachment(invoice, original, ""));
  }

  private Decision compose(InvoiceState invoice, String subject, @Nullable Attachment attachment) {
    Optional<SupplierDetails> counsel =
        archive.open(
            tenant, invoice.content().generated().supplier().details(), SupplierDetails.class);
    Optional<PartyDetails> attorney = archive.party(tenant, invoice.content().attorney());
    Optional<InternetAddress> advocate =
        counsel.flatMap(details -> Address.of(details.email(), details.name()));
    Optional<InternetAddress> to =
        recipient == Recipient.ADVOCATE
            ? advocate
            : attorney.flatMap(details -> Address.of(details.email(), details.name()));
    boolean erased = recipient == Recipient.ADVOCATE ? counsel.isEmpty() : attorney.isEmpty();
    if (to.isEmpty()) {
      return new Decision.Impossible(Archive.unreachable(erased));
    }
    String number = invoice.content().generated().invoiceNumber();
    String total = Notation.money(invoice.content().totals().total());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("number", number);
    values.put("total", total);
    values.put(
        "taxInvoice",
        invoice.content().generated().supplier().vatRegistered()
            && invoice.content().totals().vatRateBasisPoints() > 0);
    values.put("invoiceDate", Notation.date(invoice.content().invoiceDate()));
    values.put("dueDate", Notation.date(invoice.content().dueDate()));
    values.put("advocate", counsel.map(SupplierDetails::name).orElse(Archive.ERASED));
    values.put("attorney", attorney.map(PartyDetails::name).orElse(Archive.ERASED));
    values.put(
        "client",
        archive
            .party(tenant, invoice.content().generated().client())
            .map(PartyDetails::name)
            .orElse(Archive.ERASED));
    values.put(
        "matter",
        archive
            .open(tenant, invoice.content().wording(), Wording.class)
            .map(Wording::title)
            .orElse(Archive.ERASED));
    values.put("attached", attachment != null);
    values.put("banking", counsel.map(SupplierDetails::banking).isPresent());
    return new Decision.Send(
        new Letter(
            Archive.letterId(template, delivery, invoiceId.value()),
            to.get(),
            advocate.orElse(null),
            Archive.plain(subject.formatted(number, total)),
            template,
            values,
            attachment));
  }

  private Attachment attachment(InvoiceState invoice, InvoicePdfStored stored, String suffix) {
    return new Attachment(
        invoice.content().generated().invoiceNumber() + suffix + ".pdf",
        archive.document(tenant, stored.key(), stored.sha256()));
  }

  @Override
  public TenantCommand sent(String messageId) {
    return new RecordInvoiceNotification(
        invoiceId, tenant, template, recipient, delivery, messageId);
  }

  @Override
  public TenantCommand failed(String reason) {
    return new RecordInvoiceNotificationFailure(
        invoiceId, tenant, template, recipient, delivery, reason);
  }
}
