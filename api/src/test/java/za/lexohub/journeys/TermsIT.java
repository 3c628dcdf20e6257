package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code domain.md} 17, scenarios 4, 7 and 8: golden totals, due dates per Bar, overdue and back,
 * and what is never overdue nor reminded of.
 */
class TermsIT {

  private static final String DISPUTE =
      """
      {"type": "QUALITY_ISSUE", "disputedAmount": {"amount": 100000, "currency": "ZAR"},
       "reason": "It was not what we asked for"}
      """;

  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");

  private Story of(String advocate) {
    return new Story(stage.as(advocate), stage.attorney());
  }

  @Test
  void johannesburgGivesSixtyDays() {
    Story story = of("thandi");
    String invoice = story.invoiced(2_500_000, 250_000);
    story.sendInvoice(invoice, "{\"invoiceDate\": \"2024-09-01\"}");

    Answer sent = story.read(Story.invoice(invoice));
    assertThat(sent.number("/totals/subtotal/amount")).isEqualTo(2_750_000);
    assertThat(sent.number("/totals/vat/amount")).isEqualTo(412_500);
    assertThat(sent.number("/totals/total/amount")).isEqualTo(3_162_500);
    assertThat(sent.at("/dueDate")).isEqualTo("2024-10-31");
  }

  @Test
  void capeTownGivesNinety() {
    Story story = of("pieter");
    String invoice = story.invoiced(4_500_000, 800_000);
    story.sendInvoice(invoice, "{\"invoiceDate\": \"2024-08-31\"}");

    Answer sent = story.read(Story.invoice(invoice));
    assertThat(sent.number("/totals/subtotal/amount")).isEqualTo(5_300_000);
    assertThat(sent.number("/totals/vat/amount")).isEqualTo(795_000);
    assertThat(sent.number("/totals/total/amount")).isEqualTo(6_095_000);
    assertThat(sent.at("/dueDate")).isEqualTo("2024-11-29");
  }

  @Test
  void whoIsNoVendorChargesNoVatAndIssuesNoTaxInvoice() {
    Story story = of("lerato");
    String invoice = story.invoiced(2_500_000, 250_000);
    story.sendInvoice(invoice, "{}");

    assertThat(story.read(Story.invoice(invoice)).number("/totals/total/amount"))
        .isEqualTo(2_750_000);
    await().atMost(Story.PATIENCE).until(() -> Mailbox.of(story.email).size() == 2);
    String paper = Pdf.text(Mailbox.of(story.email).getLast().attachments().getFirst().bytes());
    assertThat(paper)
        .contains("Invoice", "R 27 500,00")
        .doesNotContainIgnoringCase("vat")
        .doesNotContainIgnoringCase("tax invoice");
  }

  @Test
  void anUnpaidInvoiceIsOverdueTheDayAfterAndWhatIsPaidVoidOrAnEstimateNever() {
    Story unpaid = of("thandi");
    Story paid = of("thandi");
    Story voided = of("thandi");
    Story disputed = of("thandi");
    Story quoted = of("thandi");
    String late = unpaid.invoiced(2_500_000, 250_000);
    unpaid.sendInvoice(late, "{}");
    String settled = issued(paid);
    paid.pay(settled, 115_000);
    String wrong = issued(voided);
    // Its papers and mails move its version.
    new Engine(stage).awaitRest();
    thandi.command(Story.invoice(wrong), "void", "{\"reason\": \"the wrong firm\"}").expect(200);
    String contested = issued(disputed);
    String dispute =
        thandi.post(Story.invoice(contested) + "/disputes", DISPUTE).expect(201).header("Location");
    String estimate = quoted.sent(2_500_000, 250_000);
    assertThat(unpaid.read(Story.invoice(late)).at("/status")).isEqualTo("SENT");

    stage.clock().pass(Duration.ofDays(61));

    await()
        .atMost(Story.PATIENCE)
        .until(() -> unpaid.read(Story.invoice(late)).at("/status").equals("OVERDUE"));
    stage.clock().pass(Duration.ofDays(7));
    await().atMost(Story.PATIENCE).until(() -> reminders(late).contains("FIRST"));
    new Engine(stage).awaitRest();
    assertThat(reminders(settled)).isEmpty();
    assertThat(reminders(wrong)).isEmpty();
    assertThat(reminders(contested)).as("while it is disputed").isEmpty();
    assertThat(paid.read(Story.invoice(settled)).at("/status")).isEqualTo("PAID");
    assertThat(voided.read(Story.invoice(wrong)).at("/status")).isEqualTo("CANCELLED");
    assertThat(disputed.read(Story.invoice(contested)).at("/status")).isEqualTo("DISPUTED");
    assertThat(quoted.status(estimate)).isEqualTo("EXPIRED");
    assertThat(Mailbox.count(quoted.email)).as("the estimate, and nothing after it").isEqualTo(1);

    thandi
        .command(dispute, "resolve", "{\"resolution\": \"SETTLED\", \"notes\": \"we met\"}")
        .expect(200);
    // A day passes for the saga only once it has heard.
    new Engine(stage).awaitRest();
    stage.clock().pass(Duration.ofDays(1));
    await().atMost(Story.PATIENCE).until(() -> reminders(contested).contains("FIRST"));

    unpaid.pay(late, 3_162_500);
    Answer now = unpaid.read(Story.invoice(late));
    assertThat(now.at("/status")).isEqualTo("PAID");
    String payment = now.at("/payments/0/id");
    thandi
        .command(
            Story.invoice(late),
            "payments/" + payment + "/reverse",
            "{\"reason\": \"the bank returned it\"}")
        .expect(200);

    await()
        .atMost(Story.PATIENCE)
        .until(() -> unpaid.read(Story.invoice(late)).at("/status").equals("OVERDUE"));
    assertThat(unpaid.read(Story.invoice(late)).number("/balance/amount")).isEqualTo(3_162_500);
  }

  private static String issued(Story story) {
    String invoice = story.fixedFee(story.matter(), 100_000);
    story.sendInvoice(invoice, "{}");
    return invoice;
  }

  private List<String> reminders(String invoice) {
    return thandi
        .get(Story.invoice(invoice))
        .expect(200)
        .json()
        .path("reminders")
        .valueStream()
        .map(it -> it.path("type").asString())
        .toList();
  }
}
