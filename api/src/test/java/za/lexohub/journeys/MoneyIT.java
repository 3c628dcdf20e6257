package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of an issued invoice beside its payments, over HTTP. */
class MoneyIT {
  private static final String BECAUSE = "{\"reason\": \"a good one\"}";

  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");
  private final Caller lerato = stage.as("lerato");
  private final Story story = new Story(thandi, stage.attorney());

  private static String cents(long cents) {
    return "{\"amount\": " + cents + ", \"currency\": \"ZAR\"}";
  }

  private String issued() {
    String invoice = story.invoiced(2_500_000, 250_000);
    story.sendInvoice(invoice, "{}");
    return Story.invoice(invoice);
  }

  private static String note(String kind, long cents) {
    return "{\"kind\": \"%s\", \"amount\": %s, \"category\": \"BILLING_ERROR\", \"reason\": \"twice\"}"
        .formatted(kind, cents(cents));
  }

  @Test
  void aCreditNoteTakesItsOwnNumberAndSettlesWhatIsOpen() {
    String invoice = issued();
    thandi
        .post(invoice + "/credit-notes", note("CREDIT", 3_162_501))
        .refused(409, "amount-exceeds-balance");
    Answer drafted = thandi.post(invoice + "/credit-notes", note("CREDIT", 162_500)).expect(201);
    String credit = drafted.header("Location");
    assertThat(credit).startsWith("/api/v1/credit-notes/");
    lerato
        .post(credit + "/issue", "{}", Map.of("If-Match", drafted.etag()))
        .refused(403, "forbidden");
    thandi.command(credit, "issue", "{}").expect(200);
    Answer shown = thandi.get(credit).expect(200);
    assertThat(shown.at("/status")).isEqualTo("ISSUED");
    assertThat(shown.at("/noteNumber")).startsWith("CN-");
    assertThat(shown.number("/vatPortion/amount")).isEqualTo(21_196);
    assertThat(shown.number("/correctTotal/amount")).isEqualTo(3_000_000);
    await()
        .atMost(Story.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(Pdf.text(thandi.get(credit + "/pdf").expect(200).bytes()))
                    .contains(shown.at("/noteNumber"), "R 1 625,00"));
    stage.as("pieter").get(credit + "/pdf").refused(404, "not-found");
    thandi.command(credit, "cancel", BECAUSE).refused(409, "credit-note-not-draft");
    assertThat(thandi.get(invoice).expect(200).number("/balance/amount")).isEqualTo(3_000_000);
    thandi.command(invoice, "void", BECAUSE).refused(409, "invoice-has-credits");

    String rest =
        thandi
            .post(invoice + "/credit-notes", note("CREDIT", 3_000_000))
            .expect(201)
            .header("Location");
    thandi.command(rest, "issue", "{}").expect(200);
    Answer settled = thandi.get(invoice).expect(200);
    assertThat(settled.at("/status")).isEqualTo("PAID");
    assertThat(settled.number("/paid/amount")).isZero();
    assertThat(settled.number("/credited/amount")).isEqualTo(3_162_500);

    String debit =
        thandi.post(invoice + "/credit-notes", note("DEBIT", 100)).expect(201).header("Location");
    thandi.command(debit, "issue", "{}").expect(200);
    assertThat(thandi.get(debit).expect(200).at("/noteNumber")).startsWith("DN-");
    assertThat(thandi.get(invoice).expect(200).at("/status")).isEqualTo("SENT");
    String id = invoice.substring(invoice.lastIndexOf('/') + 1);
    assertThat(thandi.ids("/api/v1/credit-notes?invoiceId=" + id)).hasSize(3);
    assertThat(thandi.ids("/api/v1/credit-notes?kind=DEBIT&invoiceId=" + id)).hasSize(1);
  }

  @Test
  void aDraftedNoteIsCancelledWithAReasonAtOnce() {
    String invoice = issued();
    Answer drafted = thandi.post(invoice + "/credit-notes", note("CREDIT", 5)).expect(201);
    String credit = drafted.header("Location");
    thandi.post(credit + "/cancel", BECAUSE, Map.of("If-Match", drafted.etag())).expect(200);
    assertThat(thandi.get(credit).expect(200).at("/cancelReason")).isEqualTo("a good one");
    thandi
        .post(
            "/api/v1/credit-notes/" + UUID.randomUUID() + "/cancel",
            BECAUSE,
            Map.of("If-Match", "\"v1\""))
        .refused(404, "not-found");
  }

  @Test
  void aDisputeShowsOnItsInvoiceUntilItIsResolved() {
    String invoice = issued();
    String body =
        "{\"type\": \"QUALITY_ISSUE\", \"disputedAmount\": %s, \"reason\": \"too long\"}"
            .formatted(cents(500_000));
    String dispute = thandi.post(invoice + "/disputes", body).expect(201).header("Location");
    assertThat(thandi.get(invoice).expect(200).at("/status")).isEqualTo("DISPUTED");
    thandi.post(invoice + "/disputes", body).refused(409, "invoice-disputed");
    story.pay(invoice.substring(invoice.lastIndexOf('/') + 1), 100);
    thandi.command(dispute, "answer", "{\"response\": \"it was long\"}").expect(200);
    thandi.command(dispute, "escalate", BECAUSE).expect(200);
    assertThat(thandi.get(dispute).expect(200).at("/status")).isEqualTo("ESCALATED");
    thandi
        .command(dispute, "resolve", "{\"resolution\": \"DISMISSED\"}")
        .refused(400, "invalid-input");
    thandi
        .command(dispute, "resolve", "{\"resolution\": \"SETTLED\", \"notes\": \"we met\"}")
        .expect(200);
    thandi.command(dispute, "withdraw", BECAUSE).refused(409, "dispute-resolved");
    assertThat(thandi.get(invoice).expect(200).at("/status")).isEqualTo("SENT");
    assertThat(thandi.get(dispute).expect(200).at("/responses/0/text")).isEqualTo("it was long");
    assertThat(thandi.ids("/api/v1/disputes?status=RESOLVED"))
        .contains(dispute.substring(dispute.lastIndexOf('/') + 1));
  }

  @Test
  void aReceiptPaysAnInvoiceAndThePaymentIsReconciledAndTheRestWrittenOff() {
    String invoice = issued();
    String id = invoice.substring(invoice.lastIndexOf('/') + 1);
    String receipt =
        thandi
            .post("/api/v1/receipts", "{\"amount\": " + cents(1_000_000) + ", \"method\": \"EFT\"}")
            .expect(201)
            .header("Location");
    String payment =
        thandi
            .command(
                receipt,
                "allocate",
                "{\"invoiceId\": \"%s\", \"amount\": %s}".formatted(id, cents(900_000)))
            .expect(200)
            .at("/paymentId");
    thandi
        .command(receipt, "refund", "{\"amount\": " + cents(100_001) + ", \"reason\": \"x\"}")
        .refused(409, "receipt-exceeded");
    thandi
        .command(receipt, "refund", "{\"amount\": " + cents(100_000) + ", \"reason\": \"x\"}")
        .expect(200);
    assertThat(thandi.get(receipt).expect(200).number("/left/amount")).isZero();
    String reconcile = "payments/" + payment + "/reconcile";
    thandi.command(invoice, reconcile, "{\"bankReference\": \"FNB 1\"}").expect(200);
    thandi.command(invoice, reconcile, "{}").refused(409, "payment-already-reconciled");
    thandi
        .command(invoice, "write-off", "{\"amount\": " + cents(2_262_500) + ", \"reason\": \"x\"}")
        .expect(200);
    Answer gone = thandi.get(invoice).expect(200);
    assertThat(gone.at("/status")).isEqualTo("WRITTEN_OFF");
    assertThat(gone.at("/payments/0/bankReference")).isEqualTo("FNB 1");
    assertThat(gone.number("/balance/amount")).isZero();
    thandi.command(invoice, "payments/" + payment + "/reverse", BECAUSE).expect(200);
    assertThat(thandi.get(invoice).expect(200).number("/balance/amount")).isEqualTo(900_000);
    thandi
        .post(
            "/api/v1/receipts",
            "{\"amount\": %s, \"method\": \"EFT\", \"reference\": \"who\"}".formatted(cents(5)))
        .refused(400, "invalid-input");
  }
}
