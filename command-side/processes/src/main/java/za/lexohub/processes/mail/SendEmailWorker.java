package za.lexohub.processes.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.agreement.AgreementId;
import za.lexohub.messages.document.Documents.DocumentErased;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.proforma.ProFormaId;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.processes.queue.Delivery;
import za.lexohub.processes.queue.OutcomeRecorder;
import za.lexohub.processes.queue.SendEmail;
import za.lexohub.processes.queue.Worker;

/**
 * Sends a mail that the log asks for, and records it. The log is asked first, so a message that
 * comes again after the mail was recorded sends nothing, and of the messages that repeated requests
 * have put into the queue only the newest sends. Between the mail server's acceptance and the
 * record lies a window: a crash there, or another request for a mail that is on its way for that
 * long, sends the mail a second time, with the same Message-ID, by which most mail systems show it
 * once.
 */
final class SendEmailWorker implements Worker<SendEmail> {

  private static final Logger log = LoggerFactory.getLogger(SendEmailWorker.class);

  private final Archive archive;
  private final PublicTokens tokens;
  private final String publicUrl;
  private final Postman postman;
  private final OutcomeRecorder recorder;

  SendEmailWorker(
      Archive archive,
      PublicTokens tokens,
      String publicUrl,
      Postman postman,
      OutcomeRecorder recorder) {
    this.archive = archive;
    this.tokens = tokens;
    this.publicUrl = publicUrl.replaceAll("/+$", "");
    this.postman = postman;
    this.recorder = recorder;
  }

  @Override
  public void work(SendEmail message, Delivery delivery) throws Exception {
    Correspondence correspondence = correspondence(message);
    String correlationId = delivery.correlationId();
    switch (decision(correspondence)) {
      case Decision.Nothing nothing ->
          log.debug(
              "No mail for message {}: not requested, settled, or asked for again since",
              delivery.messageId());
      case Decision.Impossible impossible ->
          recorder.record(correspondence.failed(impossible.reason()), correlationId);
      case Decision.Send send -> {
        try {
          postman.send(send.letter());
        } catch (Postman.Undeliverable e) {
          recorder.record(correspondence.failed(e.getMessage()), correlationId);
          return;
        }
        recorder.record(correspondence.sent(postman.messageId(send.letter())), correlationId);
      }
    }
  }

  private static Decision decision(Correspondence correspondence) {
    try {
      return correspondence.decide();
    } catch (DocumentErased e) {
      return new Decision.Impossible("the document to be attached is erased");
    }
  }

  private Correspondence correspondence(SendEmail message) {
    SendEmail.Data data = message.data();
    TenantId tenant = new TenantId(data.userId());
    return switch (message.template()) {
      case InvoiceCorrespondence.GENERATED,
          InvoiceCorrespondence.FINAL,
          InvoiceCorrespondence.REMINDER,
          InvoiceCorrespondence.RECEIPT,
          InvoiceCorrespondence.CREDIT_NOTE,
          InvoiceCorrespondence.DEBIT_NOTE ->
          new InvoiceCorrespondence(
              archive,
              tenant,
              new InvoiceId(required(data.invoiceId(), "invoiceId")),
              message.template(),
              Recipient.valueOf(message.to()),
              data.number(),
              data.request());
      case ProFormaCorrespondence.TEMPLATE ->
          ProFormaCorrespondence.of(
              archive,
              tokens,
              publicUrl,
              tenant,
              new ProFormaId(required(data.proformaId(), "proformaId")),
              data.number(),
              data.request());
      case ProFormaLinkCorrespondence.LINK ->
          new ProFormaLinkCorrespondence(
              archive,
              tokens,
              publicUrl,
              tenant,
              new ProFormaId(required(data.proformaId(), "proformaId")),
              data.number());
      case ProFormaCorrespondence.AGAIN ->
          ProFormaCorrespondence.again(
              archive,
              tokens,
              publicUrl,
              tenant,
              new ProFormaId(required(data.proformaId(), "proformaId")),
              data.number());
      case MatterCorrespondence.INVITATION ->
          new MatterCorrespondence(
              archive,
              publicUrl,
              tenant,
              new MatterId(required(data.matterId(), "matterId")),
              data.number(),
              data.request());
      case AgreementCorrespondence.LINK ->
          new AgreementCorrespondence(
              archive,
              tokens,
              publicUrl,
              tenant,
              new AgreementId(required(data.agreementId(), "agreementId")),
              data.number(),
              data.request());
      default -> throw new IllegalArgumentException("no mail is called " + message.template());
    };
  }

  private static UUID required(@Nullable UUID value, String field) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
  }
}
