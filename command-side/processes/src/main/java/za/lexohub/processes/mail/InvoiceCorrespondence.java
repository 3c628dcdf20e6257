package za.lexohub.processes.mail;

import jakarta.mail.internet.InternetAddress;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import za.lexohub.messages.TenantCommand;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotification;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotificationFailure;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReminderSent;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.messages.party.Wording;
import za.lexohub.messages.practice.ReminderType;
import za.lexohub.messages.practice.SupplierDetails;
import za.lexohub.processes.invoice.InvoiceContent;
import za.lexohub.processes.pdf.Notation;

/**
 * The mails about an invoice: a draft is ready (to the advocate); the invoice, reminders, receipts
 * and notes (to the attorney).
 */
final class InvoiceCorrespondence implements Correspondence {

  static final String GENERATED = "invoice-generated";
  static final String FINAL = "final-invoice";
  static final String REMINDER = "payment-reminder";
  static final String RECEIPT = "payment-receipt";
  static final String CREDIT_NOTE = "credit-note";
  static final String DEBIT_NOTE = "debit-note";

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
      case REMINDER -> reminder(invoice);
      case RECEIPT -> receipt(invoice);
      case CREDIT_NOTE -> note(invoice, "Credit note", invoice.account().creditNote(delivery));
      case DEBIT_NOTE -> note(invoice, "Debit note", invoice.account().debitNote(delivery));
      default -> throw new IllegalArgumentException("no mail is called " + template);
    };
  }

  private Decision generated(InvoiceState invoice) {
    InvoicePdfStored draft = invoice.draft();
    return compose(
        invoice,
        "Draft invoice " + number(invoice) + " is ready – " + total(invoice),
        draft == null ? null : attachment(invoice, draft, "-draft"),
        Map.of());
  }

  private Decision finalInvoice(InvoiceState invoice) {
    return compose(
        invoice,
        "Invoice " + number(invoice) + " – " + total(invoice),
        attachment(invoice, stored(invoice.original(), "the original"), ""),
        Map.of());
  }

  /**
   * Whoever has paid, disputes, or wants no reminders gets none, however it was asked for (I13).
   */
  private Decision reminder(InvoiceState invoice) {
    AccountState account = invoice.account();
    Optional<PaymentReminderSent> decided = account.reminder(delivery);
    if (decided.isEmpty()) {
      return new Decision.Nothing();
    }
    if (!account.balance().isPositive()) {
      return new Decision.Impossible("nothing is open on the invoice any more");
    }
    if (account.isDisputed()) {
      return new Decision.Impossible("the invoice is disputed");
    }
    if (!account.remindersWanted() && decided.get().type() != ReminderType.MANUAL) {
      return new Decision.Impossible("reminders of the invoice are switched off");
    }
    LocalDate due = invoice.content().dueDate();
    ReminderTone tone = ReminderTone.of(due, decided.get().on());
    long days = ReminderTone.daysOverdue(due, decided.get().on());
    String subject =
        tone == ReminderTone.COURTESY
            ? "Invoice " + number(invoice) + " falls due on " + Notation.date(due)
            : "Payment reminder: Invoice "
                + number(invoice)
                + " – "
                + (days == 1 ? "1 day" : days + " days")
                + " overdue";
    InvoicePdfStored original = invoice.original();
    return compose(
        invoice,
        subject,
        original == null ? null : attachment(invoice, original, ""),
        Map.of(
            "tone",
            tone.name(),
            "days",
            days,
            "balance",
            Notation.money(account.balance()),
            "partlyPaid",
            !account.balance().equals(invoice.content().totals().total())));
  }

  private Decision receipt(InvoiceState invoice) {
    Optional<PaymentRecorded> payment = invoice.account().payment(delivery);
    if (payment.isEmpty()) {
      return new Decision.Nothing();
    }
    if (!invoice.account().stands(payment.get())) {
      return new Decision.Impossible("the payment was reversed");
    }
    return compose(
        invoice,
        "Receipt for invoice " + number(invoice) + " – " + Notation.money(payment.get().amount()),
        attachment(invoice, stored(invoice.voucher(), "the receipt"), "-R" + delivery),
        Map.of(
            "amount",
            Notation.money(payment.get().amount()),
            "paidOn",
            Notation.date(payment.get().paymentDate()),
            "balance",
            Notation.money(payment.get().balanceAfter()),
            "settled",
            payment.get().balanceAfter().isZero()));
  }

  private Decision note(InvoiceState invoice, String kind, Optional<AccountState.Note> note) {
    if (note.isEmpty()) {
      return new Decision.Nothing();
    }
    String noteNumber = note.get().number();
    return compose(
        invoice,
        kind + " " + noteNumber + " – invoice " + number(invoice),
        new Attachment(
            noteNumber + ".pdf",
            content(stored(invoice.voucher(), "the " + kind.toLowerCase(Locale.ROOT)))),
        Map.of(
            "noteNumber",
            noteNumber,
            "amount",
            Notation.money(note.get().amount()),
            "balance",
            Notation.money(invoice.account().balance())));
  }

  /** Asked for too early when it is not there: the message comes again when it may be. */
  private InvoicePdfStored stored(@Nullable InvoicePdfStored paper, String name) {
    if (paper == null) {
      throw new IllegalStateException(name + " of " + invoiceId + " is not stored yet");
    }
    return paper;
  }

  private static String number(InvoiceState invoice) {
    return invoice.content().generated().invoiceNumber();
  }

  private static String total(InvoiceState invoice) {
    return Notation.money(invoice.content().totals().total());
  }

  private Decision compose(
      InvoiceState invoice,
      String subject,
      @Nullable Attachment attachment,
      Map<String, Object> particulars) {
    InvoiceContent content = invoice.content();
    Optional<SupplierDetails> counsel =
        archive.open(tenant, content.generated().supplier().details(), SupplierDetails.class);
    Optional<PartyDetails> attorney = archive.party(tenant, content.attorney());
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
    Map<String, Object> values = new LinkedHashMap<>(particulars);
    values.put("number", number(invoice));
    values.put("total", total(invoice));
    values.put(
        "taxInvoice",
        content.generated().supplier().vatRegistered()
            && content.totals().vatRateBasisPoints() > 0);
    values.put("invoiceDate", Notation.date(content.invoiceDate()));
    values.put("dueDate", Notation.date(content.dueDate()));
    values.put("advocate", counsel.map(SupplierDetails::name).orElse(Archive.ERASED));
    values.put("attorney", attorney.map(PartyDetails::name).orElse(Archive.ERASED));
    values.put(
        "client",
        archive
            .party(tenant, content.generated().client())
            .map(PartyDetails::name)
            .orElse(Archive.ERASED));
    values.put(
        "matter",
        archive
            .open(tenant, content.wording(), Wording.class)
            .map(Wording::title)
            .orElse(Archive.ERASED));
    values.put("attached", attachment != null);
    values.put("banking", counsel.map(SupplierDetails::banking).isPresent());
    return new Decision.Send(
        new Letter(
            Archive.letterId(template, delivery, invoiceId.value()),
            to.get(),
            advocate.orElse(null),
            Archive.plain(subject),
            template,
            values,
            attachment));
  }

  private Attachment attachment(InvoiceState invoice, InvoicePdfStored stored, String suffix) {
    return new Attachment(number(invoice) + suffix + ".pdf", content(stored));
  }

  private byte[] content(InvoicePdfStored stored) {
    return archive.document(tenant, stored.key(), stored.sha256());
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
