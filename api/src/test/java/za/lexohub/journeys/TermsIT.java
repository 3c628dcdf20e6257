package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * {@code domain.md} 17, scenarios 4, 7 and 8: golden totals, due dates per Bar, overdue and back.
 */
class TermsIT {

  private final Stage stage = Stage.shared();

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
  void anUnpaidInvoiceIsOverdueTheDayAfterAndAPaidOneNever() {
    Story unpaid = of("thandi");
    Story paid = of("thandi");
    String late = unpaid.invoiced(2_500_000, 250_000);
    String settled = paid.invoiced(2_500_000, 250_000);
    unpaid.sendInvoice(late, "{}");
    paid.sendInvoice(settled, "{}");
    paid.pay(settled, 3_162_500);
    assertThat(unpaid.read(Story.invoice(late)).at("/status")).isEqualTo("SENT");

    stage.clock().pass(Duration.ofDays(61));

    await()
        .atMost(Story.PATIENCE)
        .until(() -> unpaid.read(Story.invoice(late)).at("/status").equals("OVERDUE"));
    assertThat(paid.read(Story.invoice(settled)).at("/status")).isEqualTo("PAID");

    unpaid.pay(late, 3_162_500);
    Answer now = unpaid.read(Story.invoice(late));
    assertThat(now.at("/status")).isEqualTo("PAID");
    String payment = now.at("/payments/0/id");
    stage
        .as("thandi")
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
}
