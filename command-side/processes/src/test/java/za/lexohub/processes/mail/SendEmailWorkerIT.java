package za.lexohub.processes.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceNotificationSent;
import za.lexohub.messages.invoice.InvoiceEvents.InvoiceVoided;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.party.DataSubjects;
import za.lexohub.messages.party.PartyDetails;
import za.lexohub.processes.Samples;
import za.lexohub.processes.Walk;
import za.lexohub.processes.queue.SendEmail;

class SendEmailWorkerIT extends MailRoom {

  @Test
  void aRecordedMailIsNotSentAgainButAResendIs() throws Exception {
    sentInvoice();
    request("final-invoice", Recipient.ATTORNEY, 1);
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    log.append(
        Samples.INVOICE,
        new InvoiceNotificationSent(
            Samples.INVOICE, "final-invoice", Recipient.ATTORNEY, 1, "<id>"));
    request("final-invoice", Recipient.ATTORNEY, 1);
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    assertThat(Mailbox.of(attorneysBox)).hasSize(1);
    request("final-invoice", Recipient.ATTORNEY, 2);
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 2), DELIVERY);
    assertThat(Mailbox.of(attorneysBox)).hasSize(2);
  }

  @Test
  void aMailSentTwiceInTheWindowBearsOneMessageId() throws Exception {
    sentInvoice();
    request("final-invoice", Recipient.ATTORNEY, 1);
    gateway.handling(
        command -> {
          throw new IllegalStateException("crash");
        });
    assertThatThrownBy(() -> worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY))
        .hasRootCauseMessage("crash");
    gateway.handling(command -> {});
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    assertThat(Mailbox.of(attorneysBox))
        .extracting(letter -> letter.headers().get("Message-ID"))
        .hasSize(2)
        .containsOnly("<final-invoice.1." + Samples.INVOICE + "@lexohub.example>");
  }

  @Test
  void whatNobodyAskedForIsNotSent() throws Exception {
    sentInvoice();
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    request("final-invoice", Recipient.ATTORNEY, 1);
    worker.work(
        new SendEmail(
            SendEmail.TYPE,
            "ATTORNEY",
            "final-invoice",
            new SendEmail.Data("somebody-else", Samples.INVOICE.value(), null, 1, null, null, null),
            Instant.EPOCH),
        DELIVERY);
    assertThat(gateway.commands()).isEmpty();
  }

  @Test
  void anErasedOrUnreachableRecipientIsRecordedAtOnce() throws Exception {
    sentInvoice();
    request("final-invoice", Recipient.ATTORNEY, 1);
    log.erase(DataSubjects.attorney(Samples.FILE));
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    assertThat(gateway.commands())
        .containsExactly(failure("the recipient's personal data is erased"));
  }

  @Test
  void anAddressThatIsNoneIsRecordedAtOnce() throws Exception {
    new Samples(log).attorney(PartyDetails.of("Nobody", "no body@")).draftInvoice().sent();
    stored(PdfKind.ORIGINAL);
    request("final-invoice", Recipient.ATTORNEY, 1);
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    assertThat(gateway.commands())
        .containsExactly(failure("the recipient has no usable e-mail address"));
  }

  @Test
  void aVoidInvoiceIsNotMailed() throws Exception {
    sentInvoice();
    request("final-invoice", Recipient.ATTORNEY, 1);
    log.append(
        Samples.INVOICE, new InvoiceVoided(Samples.INVOICE, "INV-2024-0001", null, Walk.SEALED));
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    assertThat(gateway.commands()).containsExactly(failure("the invoice was discarded or voided"));
  }

  @Test
  void aMailServerThatIsDownFailsTheMessageUntilItIsUp() throws Exception {
    sentInvoice();
    request("final-invoice", Recipient.ATTORNEY, 1);
    mailGate.shut();
    try {
      assertThatThrownBy(() -> worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY))
          .isInstanceOf(NotMailed.class)
          .hasNoCause();
      assertThat(gateway.commands()).isEmpty();
    } finally {
      mailGate.open();
    }
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    only(attorneysBox);
  }
}
