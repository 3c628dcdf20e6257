package za.lexohub.domain.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import za.lexohub.domain.document.Progress;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.Rule;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotification;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotificationBounce;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotificationFailure;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoicePdf;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoicePdfFailure;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoiceNotification;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoicePdf;
import za.lexohub.messages.invoice.InvoiceEvents.CreditNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.DebitNoteApplied;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceDiscarded;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceGenerated;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationBounced;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfFailed;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfRequested;
import za.lexohub.messages.invoice.InvoiceEvents.InvoicePdfStored;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceReopened;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceWrittenOff;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentRecorded;
import za.lexohub.messages.invoice.InvoiceEvents.PaymentReversed;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;

/**
 * The renderings of an invoice and the mails about it. A result is recorded once, and only if it
 * was asked for: the first stored original stays the original, and only what is stored can be
 * copied. The draft's rendering may still be asked for after sending, so that a saga that is behind
 * can catch up; the attorney gets mail only about what is issued. A mail that was sent may come
 * back, once.
 */
class InvoiceDocuments {
  private record Rendering(PdfKind kind, int version) {}

  private record Mail(String template, Recipient recipient, int delivery) {}

  private final Progress<Rendering> renderings = new Progress<>();
  private final Progress<Mail> mails = new Progress<>();
  private final Set<Mail> bounced = new HashSet<>();
  private final Vouchers vouchers = new Vouchers();
  private Lifecycle lifecycle = Lifecycle.UNBORN;

  @EventSourcingHandler
  void evolve(InvoiceGenerated event) {
    lifecycle = Lifecycle.DRAFT;
  }

  @EventSourcingHandler
  void evolve(InvoiceDiscarded event) {
    lifecycle = Lifecycle.DISCARDED;
  }

  @EventSourcingHandler
  void evolve(InvoiceSent event) {
    lifecycle = Lifecycle.ISSUED;
  }

  @EventSourcingHandler
  void evolve(InvoiceVoided event) {
    lifecycle = Lifecycle.VOIDED;
  }

  @EventSourcingHandler
  void evolve(InvoiceWrittenOff event) {
    if (event.balanceAfter().isZero()) {
      lifecycle = Lifecycle.WRITTEN_OFF;
    }
  }

  @EventSourcingHandler
  void evolve(InvoiceReopened event) {
    lifecycle = Lifecycle.ISSUED;
  }

  boolean isStored(PdfKind kind, int version) {
    return renderings.isDone(new Rendering(kind, version));
  }

  @CommandHandler
  void decide(RequestInvoicePdf command) {
    Rendering rendering = new Rendering(command.kind(), command.version());
    if (renderings.isDone(rendering)) {
      return;
    }
    requireRenderable(rendering);
    apply(new InvoicePdfRequested(command.invoiceId(), command.kind(), command.version()));
  }

  private void requireRenderable(Rendering asked) {
    switch (asked.kind()) {
      case DRAFT -> {
        requireVersion(asked, Integer.MAX_VALUE);
        lifecycle.requireLive();
      }
      case ORIGINAL -> {
        requireVersion(asked, 1);
        lifecycle.requireIssued();
      }
      case COPY -> {
        requireVersion(asked, 1);
        Lifecycle.require(
            renderings.isDone(new Rendering(PdfKind.ORIGINAL, 1)),
            Rule.INVOICE_NOT_ISSUED,
            "has no stored original to be copied");
      }
      case RECEIPT, CREDIT_NOTE, DEBIT_NOTE -> vouchers.require(asked.kind(), asked.version());
    }
  }

  @EventSourcingHandler
  void evolve(PaymentRecorded event) {
    vouchers.on(event);
  }

  @EventSourcingHandler
  void evolve(PaymentReversed event) {
    vouchers.on(event);
  }

  @EventSourcingHandler
  void evolve(CreditNoteApplied event) {
    vouchers.on(event);
  }

  @EventSourcingHandler
  void evolve(DebitNoteApplied event) {
    vouchers.on(event);
  }

  @EventSourcingHandler
  void evolve(InvoicePdfRequested event) {
    renderings.requested(new Rendering(event.kind(), event.version()));
  }

  @CommandHandler
  void decide(RecordInvoicePdf command) {
    if (renderings.awaits(new Rendering(command.kind(), command.version()))) {
      apply(
          new InvoicePdfStored(
              command.invoiceId(),
              command.kind(),
              command.version(),
              command.key(),
              command.sha256(),
              command.size(),
              command.templateHash(),
              command.rendererVersion()));
    }
  }

  @EventSourcingHandler
  void evolve(InvoicePdfStored event) {
    renderings.done(new Rendering(event.kind(), event.version()));
  }

  @CommandHandler
  void decide(RecordInvoicePdfFailure command) {
    if (renderings.isOpen(new Rendering(command.kind(), command.version()))) {
      apply(
          new InvoicePdfFailed(
              command.invoiceId(), command.kind(), command.version(), command.reason()));
    }
  }

  @EventSourcingHandler
  void evolve(InvoicePdfFailed event) {
    renderings.givenUp(new Rendering(event.kind(), event.version()));
  }

  @CommandHandler
  void decide(RequestInvoiceNotification command) {
    if (mails.isDone(new Mail(command.template(), command.recipient(), command.delivery()))) {
      return;
    }
    if (command.delivery() < 1) {
      throw new NotFound("delivery " + command.delivery());
    }
    if (command.recipient() == Recipient.ATTORNEY) {
      lifecycle.requireIssued();
    } else {
      lifecycle.requireLive();
    }
    apply(
        new InvoiceNotificationRequested(
            command.invoiceId(), command.template(), command.recipient(), command.delivery()));
  }

  @EventSourcingHandler
  void evolve(InvoiceNotificationRequested event) {
    mails.requested(new Mail(event.template(), event.recipient(), event.delivery()));
  }

  @CommandHandler
  void decide(RecordInvoiceNotification command) {
    if (mails.awaits(new Mail(command.template(), command.recipient(), command.delivery()))) {
      apply(
          new InvoiceNotificationSent(
              command.invoiceId(),
              command.template(),
              command.recipient(),
              command.delivery(),
              command.messageId()));
    }
  }

  @EventSourcingHandler
  void evolve(InvoiceNotificationSent event) {
    mails.done(new Mail(event.template(), event.recipient(), event.delivery()));
  }

  @CommandHandler
  void decide(RecordInvoiceNotificationFailure command) {
    if (mails.isOpen(new Mail(command.template(), command.recipient(), command.delivery()))) {
      apply(
          new InvoiceNotificationFailed(
              command.invoiceId(),
              command.template(),
              command.recipient(),
              command.delivery(),
              command.reason()));
    }
  }

  @EventSourcingHandler
  void evolve(InvoiceNotificationFailed event) {
    mails.givenUp(new Mail(event.template(), event.recipient(), event.delivery()));
  }

  /** What the mail server had taken came back later: recorded once, and only of what was sent. */
  @CommandHandler
  void decide(RecordInvoiceNotificationBounce command) {
    Mail mail = new Mail(command.template(), command.recipient(), command.delivery());
    if (mails.isDone(mail) && !bounced.contains(mail)) {
      apply(
          new InvoiceNotificationBounced(
              command.invoiceId(),
              command.template(),
              command.recipient(),
              command.delivery(),
              command.reason()));
    }
  }

  @EventSourcingHandler
  void evolve(InvoiceNotificationBounced event) {
    bounced.add(new Mail(event.template(), event.recipient(), event.delivery()));
  }

  private static void requireVersion(Rendering asked, int last) {
    if (asked.version() < 1 || asked.version() > last) {
      throw new NotFound("version " + asked.version() + " of the document");
    }
  }
}
