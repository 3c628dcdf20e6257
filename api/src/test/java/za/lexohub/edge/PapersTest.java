package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.attachment.AttachmentCommands.AnnounceAttachment;
import za.lexohub.messages.attachment.AttachmentCommands.LinkAttachment;
import za.lexohub.messages.attachment.AttachmentKind;
import za.lexohub.messages.attachment.DocumentType;
import za.lexohub.messages.invoice.InvoiceCommands.RequestInvoicePdf;
import za.lexohub.messages.invoice.InvoiceCommands.RequestPaymentReceipt;
import za.lexohub.messages.invoice.InvoiceId;
import za.lexohub.messages.invoice.PaymentId;
import za.lexohub.messages.invoice.PdfKind;
import za.lexohub.messages.matter.MatterCommands.RequestMatterNotification;
import za.lexohub.messages.matter.MatterCommands.RequestStatement;

/** Copies, receipts, statements and added documents, as they are asked for. */
class PapersTest extends EdgeTest {
  private static final String SHA256 = "ab".repeat(32);
  private static final String UPLOAD =
      "{\"name\": \"Dlamini brief.pdf\", \"type\": \"BRIEF\", \"mediaType\": \"application/pdf\","
          + " \"size\": 48213, \"sha256\": \""
          + SHA256
          + "\"}";

  private final UUID id = UUID.randomUUID();
  @Autowired EdgeApplication.KnownAttachments attachments;

  @BeforeEach
  void nothingArrivedYet() {
    attachments.status = "PENDING";
  }

  private Reply asked(String path, String body) {
    return post("/api/v1/" + path).as("thandi").freshKey().json(body).send();
  }

  @Test
  void whoAddsADocumentIsToldWhereToPutIt() {
    Reply reply = asked("matters/" + id + "/attachments", UPLOAD);

    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    AnnounceAttachment command = (AnnounceAttachment) gateway.only().getPayload();
    assertThat(reply.header("Location")).isEqualTo("/api/v1/attachments/" + command.attachmentId());
    assertThat(reply.text())
        .contains("\"id\":\"" + command.attachmentId() + "\"")
        .contains("\"method\":\"PUT\"", "https://store.example/" + command.key())
        .contains("application/pdf", "2026-03-31T10:15:00Z");
    assertThat(command.kind()).isEqualTo(AttachmentKind.MATTER);
    assertThat(command.fileId()).isEqualTo(id);
    assertThat(command.type()).isEqualTo(DocumentType.BRIEF);
    assertThat(command.version()).isOne();
    assertThat(command.size()).isEqualTo(48_213);
    assertThat(command.sha256()).isEqualTo(SHA256);
    assertThat(command.toString()).doesNotContain("Dlamini");
  }

  @Test
  void theSameRequestAgainGetsATicketForTheSameDocument() {
    String key = UUID.randomUUID().toString();
    String path = "/api/v1/invoices/" + id + "/attachments";
    Reply first = post(path).as("thandi").key(key).json(UPLOAD).send();
    Reply again = post(path).as("thandi").key(key).json(UPLOAD).send();

    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(gateway.commands).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"STORED", "REMOVED"})
  void theSameRequestAgainGetsNoTicketOnceNoUploadIsAwaited(String status) {
    String key = UUID.randomUUID().toString();
    String path = "/api/v1/matters/" + id + "/attachments";
    post(path).as("thandi").key(key).json(UPLOAD).send();
    attachments.status = status;
    Reply again = post(path).as("thandi").key(key).json(UPLOAD).send();

    assertThat(again.status()).as(again.text()).isEqualTo(201);
    assertThat(again.text()).doesNotContain("store.example");
  }

  @Test
  void aDocumentThatLiesElsewhereIsLinked() {
    Reply reply =
        asked(
            "invoices/" + id + "/attachments",
            "{\"name\": \"slip\", \"type\": \"RECEIPT\", \"url\":"
                + " \"https://bank.example/Dlamini\"}");

    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    LinkAttachment command = (LinkAttachment) gateway.only().getPayload();
    assertThat(command.kind()).isEqualTo(AttachmentKind.INVOICE);
    assertThat(command.toString()).doesNotContain("Dlamini");
    assertThat(reply.text()).doesNotContain("upload");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": \"x\", \"type\": \"BRIEF\"}",
        "{\"name\": \" \", \"type\": \"BRIEF\", \"url\": \"https://a.example\"}",
        "{\"name\": \"x\", \"type\": \"BRIEF\", \"url\": \"http://a.example\"}",
        "{\"name\": \"x\", \"type\": \"BRIEF\", \"url\": \"https://a.example\", \"size\": 3}",
        "{\"name\": \"x\", \"type\": \"BRIEF\", \"mediaType\": \"pdf\", \"size\": 3, \"sha256\":"
            + " \"abababababababababababababababababababababababababababababababab\"}",
        "{\"name\": \"x\", \"type\": \"BRIEF\", \"mediaType\": \"a/b\", \"size\": 0, \"sha256\":"
            + " \"abababababababababababababababababababababababababababababababab\"}",
        "{\"name\": \"x\", \"type\": \"BRIEF\", \"mediaType\": \"a/b\", \"size\": 104857601,"
            + " \"sha256\":"
            + " \"abababababababababababababababababababababababababababababababab\"}",
        "{\"name\": \"x\", \"type\": \"BRIEF\", \"mediaType\": \"a/b\", \"size\": 3, \"sha256\":"
            + " \"AB\"}",
        "{\"name\": \"x\", \"type\": \"SELFIE\", \"url\": \"https://a.example\"}",
      })
  void whatIsNeitherUploadNorLinkIsRefused(String body) {
    Reply reply = asked("matters/" + id + "/attachments", body);

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(gateway.commands).isEmpty();
  }

  @Test
  void copiesAndReceiptsAreAskedForWithoutAVersion() {
    assertThat(asked("invoices/" + id + "/request-copy", "{}").status()).isEqualTo(200);
    UUID payment = UUID.randomUUID();
    assertThat(
            asked("invoices/" + id + "/request-receipt", "{\"paymentId\": \"" + payment + "\"}")
                .status())
        .isEqualTo(200);
    assertThat(asked("invoices/" + id + "/request-receipt", "{}").status()).isEqualTo(200);

    InvoiceId invoice = new InvoiceId(id);
    TenantId tenant = new TenantId(THANDI);
    assertThat(gateway.commands)
        .extracting(message -> (Object) message.getPayload())
        .containsExactly(
            new RequestInvoicePdf(invoice, tenant, PdfKind.COPY, 1),
            new RequestPaymentReceipt(invoice, tenant, new PaymentId(payment)),
            new RequestPaymentReceipt(invoice, tenant, null));
  }

  @Test
  void aStatementIsOfAPeriod() {
    String path = "matters/" + id + "/statements";
    assertThat(asked(path, "{\"from\": \"2026-03-01\", \"to\": \"2026-03-31\"}").status())
        .isEqualTo(200);
    RequestStatement command = (RequestStatement) gateway.only().getPayload();
    assertThat(command.from()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(command.to()).isEqualTo(LocalDate.of(2026, 3, 31));

    for (String body :
        new String[] {
          "{\"from\": \"2026-03-01\"}",
          "{\"from\": \"2026-03-02\", \"to\": \"2026-03-01\"}",
          "{\"from\": \"0026-03-02\", \"to\": \"2026-03-01\"}"
        }) {
      assertThat(asked(path, body).status()).as(body).isEqualTo(400);
    }
    assertThat(gateway.commands).hasSize(1);
  }

  @Test
  void onlyWhoMayGrantAccessInvites() {
    String path = "/api/v1/matters/" + id + "/invite";
    assertThat(post(path).as("lerato").freshKey().json("{}").send().status()).isEqualTo(403);
    assertThat(post(path).as("thandi").freshKey().json("{}").send().status()).isEqualTo(200);
    assertThat(((RequestMatterNotification) gateway.only().getPayload()).template())
        .isEqualTo("matter-invitation");
  }
}
