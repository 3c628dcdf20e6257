package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@code domain.md} 17, scenarios 2, 3, 5 and 6: what is refused, and that it leaves no trace. */
class RefusalsIT {

  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");
  private final Caller attorney = stage.attorney();
  private final Story story = new Story(thandi, attorney);

  private String submitPath(String token) {
    return "/api/v1/public/pro-formas/" + token + "/submit";
  }

  @Test
  void aUsedLinkAndAnUnknownOneAnswerAlike() {
    Answer link = story.link();
    String token = link.at("/link/token");
    String key = UUID.randomUUID().toString();
    Answer first =
        attorney.post(submitPath(token), story.form(), Map.of("Idempotency-Key", key)).expect(200);

    Answer used = attorney.post(submitPath(token), story.form()).refused(404, "link-invalid");
    Answer unknown =
        attorney.post(submitPath("A".repeat(43)), story.form()).refused(404, "link-invalid");
    assertThat(used.at("/detail")).isEqualTo(unknown.at("/detail"));

    Answer again =
        attorney.post(submitPath(token), story.form(), Map.of("Idempotency-Key", key)).expect(200);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void anExpiredLinkTakesNoSubmission() {
    Answer link = story.link();
    stage.clock().pass(Duration.ofDays(8));

    attorney.post(submitPath(link.at("/link/token")), story.form()).refused(404, "link-invalid");
    await().atMost(Story.PATIENCE).until(() -> story.status(link.id()).equals("EXPIRED"));
  }

  @Test
  void acceptingAfterItsLastDayIsRefused() {
    String proForma = story.sent(2_500_000, 250_000);
    stage.clock().pass(Duration.ofDays(31));

    Answer answer = thandi.command(Story.proForma(proForma), "accept", "{}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.at("/code")).isIn("pro-forma-expired", "pro-forma-not-sent");
    await().atMost(Story.PATIENCE).until(() -> story.status(proForma).equals("EXPIRED"));
  }

  @Test
  void acceptingTwiceAcceptsOnceAndConvertingTwiceIsRefused() {
    String proForma = story.sent(2_500_000, 250_000);
    thandi.command(Story.proForma(proForma), "accept", "{}").expect(200);
    story.converted(proForma);
    String invoice = story.invoiceOf(proForma);

    thandi.command(Story.proForma(proForma), "accept", "{}").expect(200);
    thandi
        .command(Story.proForma(proForma), "convert", "{}")
        .refused(409, "pro-forma-already-invoiced");

    assertThat(story.invoiceOf(proForma)).isEqualTo(invoice);
    assertThat(thandi.ids("/api/v1/invoices?proFormaId=" + proForma)).containsExactly(invoice);
  }

  @Test
  void onlyWhatIsOpenCanBePaid() {
    String invoice = story.invoiced(2_500_000, 250_000);
    story.tryToPay(invoice, Story.payment(100)).refused(409, "invoice-not-issued");
    story.sendInvoice(invoice, "{}");

    story.tryToPay(invoice, Story.payment(0)).refused(400, "invalid-input");
    story.tryToPay(invoice, Story.payment(-5)).refused(400, "invalid-input");
    story.tryToPay(invoice, Story.payment(3_162_501)).refused(409, "payment-exceeds-balance");

    String paymentId = UUID.randomUUID().toString();
    String payment =
        Story.payment(3_162_499).replaceFirst("\\{", "{\"paymentId\": \"" + paymentId + "\", ");
    story.tryToPay(invoice, payment).expect(200);
    story
        .tryToPay(invoice, payment.replace("3162499", "1"))
        .refused(409, "payment-already-recorded");

    Answer short1c = story.read(Story.invoice(invoice));
    assertThat(short1c.at("/paymentStatus")).isEqualTo("PARTIALLY_PAID");
    assertThat(short1c.number("/balance/amount")).isEqualTo(1);
    story.pay(invoice, 1);
    assertThat(story.read(Story.invoice(invoice)).at("/paymentStatus")).isEqualTo("PAID");
  }

  @Test
  void aSecondSendIsAnErrorAndAVoidWithAPaymentToo() {
    String invoice = story.invoiced(2_500_000, 250_000);
    story.sendInvoice(invoice, "{}");

    thandi.command(Story.invoice(invoice), "send", "{}").refused(409, "invoice-already-sent");
    // Asked for again before the first mail has left, it would leave once for both.
    await()
        .atMost(Story.PATIENCE)
        .untilAsserted(() -> assertThat(Mailbox.of(story.email)).hasSize(2));
    thandi.command(Story.invoice(invoice), "resend", "{}").expect(200);
    story.pay(invoice, 100);
    thandi
        .command(Story.invoice(invoice), "void", "{\"reason\": \"sent to the wrong firm\"}")
        .refused(409, "invoice-has-payments");
    await()
        .atMost(Story.PATIENCE)
        .untilAsserted(() -> assertThat(Mailbox.of(story.email)).hasSize(3));
  }

  @Test
  void aDiscardedDraftFreesItsProFormaAndItsNumberIsNeverUsedAgain() {
    String proForma = story.sent(2_500_000, 250_000);
    thandi.command(Story.proForma(proForma), "accept", "{}").expect(200);
    story.converted(proForma);
    String first = story.invoiceOf(proForma);
    String number = story.read(Story.invoice(first)).at("/invoiceNumber");

    thandi
        .command(Story.invoice(first), "discard", "{\"reason\": \"wrong narrative\"}")
        .expect(200);
    assertThat(story.status(proForma)).isEqualTo("ACCEPTED");
    thandi.command(Story.proForma(proForma), "convert", "{}").expect(200);
    story.converted(proForma);

    String second = story.invoiceOf(proForma);
    assertThat(second).isNotEqualTo(first);
    assertThat(story.read(Story.invoice(second)).at("/invoiceNumber")).isGreaterThan(number);
    assertThat(story.read(Story.invoice(first)).at("/lifecycle")).isEqualTo("DISCARDED");
    assertThat(story.read("/api/v1/workflows/" + proForma + "-2").at("/invoiceId"))
        .isEqualTo(second);
  }
}
