package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.embedded.TestParts;
import za.lexohub.embedded.eventbridge.AcceptedEvent;

/**
 * {@code domain.md} 17, scenario 1: link, submit, draft, send, accept, invoice, send, two part
 * payments, paid; the four counts after each step, and everything that leaves the house.
 */
class LinkToPaidIT {

  private static final String THANDIS_TENANT = "7a1d0c5e-0001-4000-8000-000000000001";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");
  private final Story story = new Story(thandi, stage.attorney());
  private final Map<String, Long> before = story.counts();

  @Test
  void aRequestByLinkBecomesAPaidInvoice() throws Exception {
    Answer link = story.link();
    counted(0, 1, 0, 0);

    story.submit(link.at("/link/token"));
    String proForma = link.id();
    await().atMost(Story.PATIENCE).until(() -> story.status(proForma).equals("SUBMITTED"));
    counted(0, 1, 0, 0);

    story.draft(proForma, 2_500_000, 250_000);
    counted(0, 0, 0, 0);
    JsonNode quote = story.read(Story.proForma(proForma)).json();
    assertThat(quote.at("/quoteNumber").asString()).matches("PF-\\d{4}-\\d{4}");
    assertThat(quote.at("/totals/total/amount").asLong()).isEqualTo(3_162_500);

    story.send(proForma);
    counted(0, 0, 0, 0);
    String mailed = linkMailedToTheAttorney();

    Answer offer = stage.attorney().get(mailed).expect(200);
    assertThat(offer.text()).contains("3162500");
    stage.attorney().post(mailed + "/accept", "{}").expect(200);
    story.converted(proForma);
    counted(0, 0, 1, 0);

    String invoice = story.invoiceOf(proForma);
    workflowTookItsFiveSteps(proForma, invoice);
    aDraftWasAnnouncedToTheAdvocate(invoice);
    thePlansEventsWereAnnounced(proForma, invoice);
    itIsFoundByAMisspeltName(invoice);

    Answer sent = story.sendInvoice(invoice, "{}");
    assertThat(sent.status()).isEqualTo(200);
    counted(0, 0, 0, 1);
    theOriginalReachedTheAttorney(invoice);

    story.pay(invoice, 1_000_000);
    counted(0, 0, 0, 1);
    JsonNode partly = story.read(Story.invoice(invoice)).json();
    assertThat(partly.at("/paymentStatus").asString()).isEqualTo("PARTIALLY_PAID");
    assertThat(partly.at("/balance/amount").asLong()).isEqualTo(2_162_500);

    story.pay(invoice, 2_162_500);
    counted(0, 0, 0, 0);
    JsonNode paid = story.read(Story.invoice(invoice)).json();
    assertThat(paid.at("/paymentStatus").asString()).isEqualTo("PAID");
    assertThat(paid.at("/balance/amount").asLong()).isZero();
    assertThat(story.counts()).isEqualTo(before);
  }

  private void counted(long matter, long proForma, long invoice, long unpaid) {
    assertThat(story.counts())
        .isEqualTo(
            Map.of(
                "matter", before.get("matter") + matter,
                "proForma", before.get("proForma") + proForma,
                "invoice", before.get("invoice") + invoice,
                "unpaid", before.get("unpaid") + unpaid));
  }

  private String linkMailedToTheAttorney() {
    await().atMost(Story.PATIENCE).until(() -> Mailbox.of(story.email).size() == 1);
    Mailbox.Mail mail = Mailbox.of(story.email).getFirst();
    assertThat(mail.attachments()).hasSize(1);
    String paper = Pdf.text(mail.attachments().getFirst().bytes());
    assertThat(paper).contains("not a tax invoice", "R 31 625,00").doesNotContain("DRAFT");
    assertThat(mail.html()).contains("/public/pro-formas/");
    return mail.text()
        .replaceAll("(?s).*(http://\\S+/public/pro-formas/[A-Za-z0-9_-]{43}).*", "$1");
  }

  private void workflowTookItsFiveSteps(String proForma, String invoice) {
    JsonNode workflow = story.read("/api/v1/workflows/" + proForma + "-1").json();
    assertThat(workflow.at("/invoiceId").asString()).isEqualTo(invoice);
    List<String> steps =
        workflow.path("steps").valueStream().map(s -> s.path("name").asString()).toList();
    assertThat(steps)
        .containsExactly(
            "VALIDATE_PRO_FORMA",
            "GENERATE_INVOICE",
            "GENERATE_PDF",
            "SEND_NOTIFICATION",
            "UPDATE_STATUS");
    assertThat(workflow.path("steps").valueStream())
        .allSatisfy(
            step -> {
              assertThat(step.path("status").asString()).isEqualTo("DONE");
              assertThat(step.path("startedAt").asString()).isNotEmpty();
              assertThat(step.path("endedAt").asString()).isNotEmpty();
            });
  }

  private void aDraftWasAnnouncedToTheAdvocate(String invoice) {
    String number = story.read(Story.invoice(invoice)).at("/invoiceNumber");
    assertThat(number).matches("INV-\\d{4}-\\d{4}");
    assertThat(Mailbox.of("thandi@mokoena.example"))
        .anySatisfy(mail -> assertThat(mail.text() + mail.subject()).contains(number));
    byte[] draft = thandi.get(Story.invoice(invoice) + "/pdf").expect(200).bytes();
    assertThat(Pdf.text(draft)).contains("DRAFT", number);
  }

  private void thePlansEventsWereAnnounced(String proForma, String invoice) {
    await()
        .atMost(Story.PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode accepted = announced("ProFormaAccepted", "proformaId", proForma);
              assertThat(accepted.propertyNames())
                  .containsExactlyInAnyOrder("proformaId", "userId", "timestamp");
              assertThat(accepted.path("userId").asString()).isEqualTo(THANDIS_TENANT);
              JsonNode generated = announced("InvoiceGenerated", "invoiceId", invoice);
              assertThat(generated.propertyNames())
                  .contains("invoiceId", "amount", "userId", "timestamp");
              assertThat(generated.path("amount").decimalValue()).isEqualByComparingTo("31625.00");
            });
  }

  private static JsonNode announced(String detailType, String key, String id) {
    List<AcceptedEvent> entries =
        TestParts.eventBridge().accepted().stream()
            .filter(e -> e.detailType().equals(detailType) && e.detail().contains(id))
            .toList();
    assertThat(entries).as(detailType).hasSize(1);
    AcceptedEvent entry = entries.getFirst();
    assertThat(entry.eventBusName()).isEqualTo("lexohub-events");
    assertThat(entry.source())
        .isEqualTo(detailType.startsWith("Invoice") ? "lexohub.invoices" : "lexohub.proforma");
    JsonNode detail = JSON.readTree(entry.detail().getBytes(StandardCharsets.UTF_8));
    assertThat(detail.path(key).asString()).isEqualTo(id);
    return detail;
  }

  private void itIsFoundByAMisspeltName(String invoice) {
    String misspelt = story.client.replace("Nomvula ", "").replace("Dlamini", "Dlamimi");
    await()
        .atMost(Story.PATIENCE)
        .untilAsserted(
            () -> assertThat(story.read("/api/v1/search?q=" + misspelt).text()).contains(invoice));
  }

  private void theOriginalReachedTheAttorney(String invoice) throws Exception {
    await().atMost(Story.PATIENCE).until(() -> Mailbox.of(story.email).size() == 2);
    Mailbox.Mail mail = Mailbox.of(story.email).getLast();
    assertThat(mail.attachments()).hasSize(1);
    byte[] mailed = mail.attachments().getFirst().bytes();
    assertThat(Pdf.text(mailed))
        .contains(
            "Tax Invoice",
            "Adv Thandi Mokoena",
            "4010101010",
            "Khumalo Attorneys",
            "Heads of argument",
            "R 27 500,00",
            "15%",
            "R 4 125,00",
            "R 31 625,00",
            "62000000101")
        .doesNotContain("DRAFT");
    byte[] stored = thandi.get(Story.invoice(invoice) + "/pdf").expect(200).bytes();
    assertThat(stored).isEqualTo(mailed);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(stored));
    assertThat(story.read(Story.invoice(invoice)).text()).contains(sha256);
  }
}
