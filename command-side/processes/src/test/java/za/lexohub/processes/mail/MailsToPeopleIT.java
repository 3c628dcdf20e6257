package za.lexohub.processes.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import za.lexohub.messages.creditnote.NoteKind;
import za.lexohub.messages.invoice.InvoiceCommands.RecordInvoiceNotification;
import za.lexohub.messages.invoice.PaymentMethod;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.invoice.Recipient;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaMail;
import za.lexohub.messages.proforma.ProFormaCommands.RecordProFormaNotification;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaMailSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationRequested;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaNotificationSent;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaPdfStored;
import za.lexohub.messages.proforma.ProFormaEvents.ProFormaResent;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.processes.Samples;
import za.lexohub.processes.mail.Mailbox.Received;
import za.lexohub.processes.queue.SendEmail;
import za.lexohub.processes.storage.StoredRendering;

class MailsToPeopleIT extends MailRoom {

  @Test
  void attorneyGetsTheOriginalInHtmlAndText() throws Exception {
    sentInvoice();
    request("final-invoice", Recipient.ATTORNEY, 1);
    worker.work(mail("final-invoice", Recipient.ATTORNEY, 1), DELIVERY);
    Received letter = only(attorneysBox);
    assertThat(letter.subject()).isEqualTo("Invoice INV-2024-0001 – R 31 625,00");
    assertThat(letter.attachments()).containsOnlyKeys("INV-2024-0001.pdf");
    assertThat(letter.attachments().get("INV-2024-0001.pdf")).isEqualTo(PAPER);
    assertThat(plain(letter.text()))
        .contains("Dear Ms Naledi <b>Mahlangu</b>", "R 31 625,00", "31/10/2024", "tax invoice")
        .contains("Adv Thandeka Ḽuvhengo SC");
    assertThat(plain(letter.html()))
        .contains("<!DOCTYPE html>", "R 31 625,00", "31/10/2024", "Mokoena v Road Accident Fund")
        .contains("Ms Naledi &lt;b&gt;Mahlangu&lt;/b&gt;")
        .doesNotContain("<b>Mahlangu", " th:");
    assertThat(letter.headers().get("From")).contains("billing@lexohub.example");
    assertThat(letter.headers().get("Reply-To")).contains(advocatesBox);
    String id = "<final-invoice.1." + Samples.INVOICE + "@lexohub.example>";
    assertThat(letter.headers()).containsEntry("Message-ID", id);
    assertThat(gateway.commands())
        .containsExactly(
            new RecordInvoiceNotification(
                Samples.INVOICE, Samples.TENANT, "final-invoice", Recipient.ATTORNEY, 1, id));
    assertThat(gateway.sent().get(0).getMetaData())
        .containsEntry("actorId", "mail-worker")
        .containsEntry("correlationId", "corr-1");
  }

  @Test
  void advocateHearsOfTheDraft() throws Exception {
    people().draftInvoice();
    stored(PdfKind.DRAFT);
    request("invoice-generated", Recipient.ADVOCATE, 1);
    worker.work(mail("invoice-generated", Recipient.ADVOCATE, 1), DELIVERY);
    Received letter = only(advocatesBox);
    assertThat(letter.subject()).isEqualTo("Draft invoice INV-2024-0001 is ready – R 31 625,00");
    assertThat(letter.attachments()).containsOnlyKeys("INV-2024-0001-draft.pdf");
    assertThat(letter.text()).contains("It is not issued", "The draft is attached.");
    assertThat(letter.html()).contains("It is not issued");
  }

  @Test
  void attorneyGetsTheEstimateAndTheLinkToAnswerIt() throws Exception {
    String token = Samples.PRO_FORMA + "-RESPOND1";
    people().openMatter().draftProForma().sendProForma(PublicTokens.hash(token));
    StoredRendering stored = put("proformas/" + UUID.randomUUID() + "/r1.pdf");
    log.append(
        Samples.PRO_FORMA,
        new ProFormaPdfStored(
            Samples.PRO_FORMA, 1, stored.key(), stored.sha256(), stored.size(), "hash", "1"),
        new ProFormaNotificationRequested(Samples.PRO_FORMA, 1, "pro-forma"));
    worker.work(quote(), DELIVERY);
    Received letter = only(attorneysBox);
    String link = "https://lexohub.example/api/v1/public/pro-formas/" + token;
    assertThat(letter.subject())
        .isEqualTo("Pro forma estimate PF-2024-0007 – Mokoena v Road Accident Fund");
    assertThat(letter.text()).contains(link, "not a tax invoice").doesNotContain("pay ", "due");
    assertThat(letter.html()).contains("href=\"" + link + "\"");
    assertThat(letter.attachments()).containsOnlyKeys("PF-2024-0007.pdf");
    assertThat(gateway.commands()).hasOnlyElementsOfType(RecordProFormaNotification.class);
  }

  @Test
  void attorneyGetsTheEstimateAgainWhenItIsResent() throws Exception {
    String token = Samples.PRO_FORMA + "-RESPOND1";
    people().openMatter().draftProForma().sendProForma(PublicTokens.hash(token));
    StoredRendering stored = put("proformas/" + UUID.randomUUID() + "/r1.pdf");
    log.append(
        Samples.PRO_FORMA,
        new ProFormaPdfStored(
            Samples.PRO_FORMA, 1, stored.key(), stored.sha256(), stored.size(), "hash", "1"),
        new ProFormaNotificationRequested(Samples.PRO_FORMA, 1, "pro-forma"),
        new ProFormaNotificationSent(Samples.PRO_FORMA, 1, "pro-forma", "<first>"),
        new ProFormaResent(Samples.PRO_FORMA, 1, 1, Instant.EPOCH));
    SendEmail again = message("ATTORNEY", "pro-forma-again", null, Samples.PRO_FORMA.value(), 1);
    worker.work(again, DELIVERY);
    Received letter = only(attorneysBox);
    assertThat(letter.text()).contains(token, "not a tax invoice");
    assertThat(letter.attachments()).containsOnlyKeys("PF-2024-0007.pdf");
    assertThat(gateway.commands()).hasOnlyElementsOfType(RecordProFormaMail.class);
    log.append(
        Samples.PRO_FORMA, new ProFormaMailSent(Samples.PRO_FORMA, 1, 1, "pro-forma", "<second>"));
    worker.work(again, DELIVERY);
    assertThat(Mailbox.of(attorneysBox)).hasSize(1);
  }

  @Test
  void attorneyGetsTheReceiptOfThePayment() throws Exception {
    people()
        .draftInvoice()
        .sent()
        .paid(PaymentMethod.EFT, "2024-09-30", 1_162_500, 2_000_000)
        .paid(PaymentMethod.EFT, "2024-10-15", 2_000_000, 0);
    stored(PdfKind.RECEIPT, 2);
    request("payment-receipt", Recipient.ATTORNEY, 1);
    request("payment-receipt", Recipient.ATTORNEY, 2);
    worker.work(mail("payment-receipt", Recipient.ATTORNEY, 2), DELIVERY);
    Received letter = only(attorneysBox);
    assertThat(letter.subject()).isEqualTo("Receipt for invoice INV-2024-0001 – R 20 000,00");
    assertThat(letter.attachments()).containsOnlyKeys("INV-2024-0001-R2.pdf");
    assertThat(letter.text()).contains("15/10/2024", "settled in full").doesNotContain("[");
    assertThat(letter.html()).contains("settled in full");
    assertThatThrownBy(() -> worker.work(mail("payment-receipt", Recipient.ATTORNEY, 1), DELIVERY))
        .hasMessageContaining("is not stored yet");
  }

  @Test
  void attorneyGetsTheCreditNote() throws Exception {
    people().draftInvoice().sent().noted(NoteKind.CREDIT, "CN-2024-0001", 1, 2_846_250, 2_846_250);
    stored(PdfKind.CREDIT_NOTE, 1);
    request("credit-note", Recipient.ATTORNEY, 1);
    worker.work(mail("credit-note", Recipient.ATTORNEY, 1), DELIVERY);
    Received letter = only(attorneysBox);
    assertThat(letter.subject()).isEqualTo("Credit note CN-2024-0001 – invoice INV-2024-0001");
    assertThat(letter.attachments()).containsOnlyKeys("CN-2024-0001.pdf");
    assertThat(plain(letter.text())).contains("is reduced", "R 3 162,50", "R 28 462,50");
  }
}
