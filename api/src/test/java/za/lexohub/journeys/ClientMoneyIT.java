package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * {@code domain.md} 17, scenario 10, and the trust account: money held for a client is never less
 * than nothing and never used for another matter.
 */
class ClientMoneyIT {
  private static final String TRUST = "/api/v1/trust-account";

  private final Stage stage = Stage.shared();
  private final LocalDate today =
      LocalDate.ofInstant(stage.clock().instant(), ZoneId.of("Africa/Johannesburg"));

  @Test
  void aRetainerIsDrawnDownToNothingAndNotBelow() {
    Caller thandi = stage.as("thandi");
    Story story = new Story(thandi, stage.attorney());
    String matter = story.matter();
    String invoice = issued(story, matter, 2_000_000);
    String elsewhere = issued(story, story.matter(), 2_000_000);
    String retainer =
        thandi
            .post(
                "/api/v1/matters/" + matter + "/retainers",
                "{\"type\": \"PROJECT\", \"amount\": %s, \"startsOn\": \"%s\"}"
                    .formatted(cents(2_000_000), today))
            .expect(201)
            .header("Location");
    thandi
        .command(retainer, "deposit", deposit(matter, 2_000_000, today.plusDays(1)))
        .refused(409, "payment-date-in-future");
    thandi.command(retainer, "deposit", deposit(matter, 2_000_000, today)).expect(200);

    thandi
        .command(retainer, "draw-down", drawdown(invoice, 2_000_001))
        .refused(409, "retainer-balance-too-low");
    thandi
        .command(retainer, "draw-down", drawdown(elsewhere, 100))
        .refused(409, "retainer-of-other-matter");
    thandi.command(retainer, "draw-down", drawdown(invoice, 0)).refused(400, "invalid-input");
    assertThat(story.read(retainer).number("/balance/amount")).isEqualTo(2_000_000);
    assertThat(story.read(invoice).number("/balance/amount")).isEqualTo(2_300_000);

    String payment =
        thandi
            .command(retainer, "draw-down", drawdown(invoice, 1_500_000))
            .expect(200)
            .at("/paymentId");
    Answer low = story.read(retainer);
    assertThat(low.number("/balance/amount")).isEqualTo(500_000);
    assertThat(low.at("/status")).isEqualTo("ACTIVE");
    assertThat(story.read(invoice).at("/payments/0/method")).isEqualTo("RETAINER");
    thandi
        .command(invoice, "payments/" + payment + "/reverse", "{\"reason\": \"by mistake\"}")
        .refused(409, "payment-from-client-money");

    thandi.command(retainer, "draw-down", drawdown(invoice, 500_000)).expect(200);
    Answer depleted = story.read(retainer);
    assertThat(depleted.at("/status")).isEqualTo("DEPLETED");
    assertThat(depleted.number("/balance/amount")).isZero();
    assertThat(depleted.at("/low")).isEqualTo("true");
    thandi.command(retainer, "draw-down", drawdown(invoice, 1)).refused(409, "retainer-not-active");
    assertThat(story.read(invoice).number("/balance/amount")).isEqualTo(300_000);
    toldOf(thandi, "RETAINER_DEPLETED", retainer);

    thandi
        .command(
            retainer,
            "reverse-drawdown",
            "{\"matterId\": \"%s\", \"paymentId\": \"%s\", \"reason\": \"the wrong invoice\"}"
                .formatted(matter, payment))
        .expect(200);
    assertThat(story.read(retainer).at("/status")).isEqualTo("ACTIVE");
    assertThat(story.read(retainer).number("/balance/amount")).isEqualTo(1_500_000);
    assertThat(story.read(invoice).number("/balance/amount")).isEqualTo(1_800_000);
    thandi
        .command(retainer, "refund", refund(matter, 1_500_001))
        .refused(409, "retainer-balance-too-low");
    // Neither moves when the invoice owes less than is drawn.
    thandi.command(retainer, "deposit", deposit(matter, 1_000_000, today)).expect(200);
    thandi
        .command(retainer, "draw-down", drawdown(invoice, 1_800_001))
        .refused(409, "payment-exceeds-balance");
    assertThat(story.read(retainer).number("/balance/amount")).isEqualTo(2_500_000);
    thandi.command(retainer, "refund", refund(matter, 2_500_000)).expect(200);
    assertThat(story.read(retainer).at("/status")).isEqualTo("REFUNDED");
  }

  @Test
  void trustMoneyIsHeldApartForEachMatterAndNeverFallsBelowNothing() {
    Caller keeper = practice();
    Story story = new Story(keeper, stage.attorney());
    String opening = "{\"bank\": %s, \"openedOn\": \"%s\"}".formatted(BANK, today.minusYears(2));
    keeper.post(TRUST, opening).refused(409, "trust-account-not-held");
    certified(keeper, today.plusYears(1));
    keeper.post(TRUST, opening).expect(201);
    keeper
        .post(TRUST, opening.replace("62000000001", "62000000002"))
        .refused(409, "trust-account-already-open");

    String one = story.matter();
    String other = story.matter();
    keeper
        .command(TRUST, "receive", receipt(UUID.randomUUID().toString(), 1, today))
        .refused(404, "not-found");
    keeper.command(TRUST, "receive", receipt(one, 500_000, today)).expect(200);
    keeper.command(TRUST, "receive", receipt(other, 300_000, today)).expect(200);
    keeper
        .command(TRUST, "receive", receipt(other, 1, today.plusDays(1)))
        .refused(409, "payment-date-in-future");
    held(keeper, 800_000, Map.of(one, 500_000L, other, 300_000L));

    String invoice = issued(story, one, 600_000);
    keeper.command(TRUST, "transfer", fee(one, 500_001)).refused(409, "trust-balance-too-low");
    keeper
        .command(TRUST, "transfer", payment(other, invoice, 300_000))
        .refused(409, "trust-money-of-other-matter");
    keeper
        .command(TRUST, "transfer", payment(one, invoice, 600_000))
        .refused(409, "trust-balance-too-low");
    assertThat(story.read(invoice).number("/balance/amount")).isEqualTo(600_000);
    held(keeper, 800_000, Map.of(one, 500_000L, other, 300_000L));

    String entry =
        keeper.command(TRUST, "transfer", payment(one, invoice, 500_000)).expect(200).at("/itemId");
    held(keeper, 300_000, Map.of(other, 300_000L));
    Answer paid = story.read(invoice);
    assertThat(paid.number("/balance/amount")).isEqualTo(100_000);
    assertThat(paid.at("/payments/0/method")).isEqualTo("TRUST_TRANSFER");
    keeper
        .command(
            invoice,
            "payments/" + paid.at("/payments/0/id") + "/reverse",
            "{\"reason\": \"by mistake\"}")
        .refused(409, "payment-from-client-money");
    keeper.command(TRUST, "transfer", fee(one, 1)).refused(409, "trust-balance-too-low");

    keeper
        .command(TRUST, "reverse-transfer", reversal(other, entry))
        .refused(409, "trust-money-of-other-matter");
    keeper.command(TRUST, "reverse-transfer", reversal(one, entry)).expect(200);
    keeper
        .command(TRUST, "reverse-transfer", reversal(one, entry))
        .refused(409, "drawdown-already-reversed");
    assertThat(story.read(invoice).number("/balance/amount")).isEqualTo(600_000);
    held(keeper, 800_000, Map.of(one, 500_000L, other, 300_000L));
    keeper
        .command(TRUST, "transfer", payment(one, issued(story, one, 100), 101))
        .refused(409, "payment-exceeds-balance");

    keeper.command(TRUST, "reconcile", "{\"bank\": " + cents(799_900) + "}").expect(200);
    assertThat(story.read(TRUST).number("/reconciliation/difference/amount")).isEqualTo(-100);

    certified(keeper, today.minusDays(1));
    keeper
        .command(TRUST, "receive", receipt(one, 100, today))
        .refused(409, "fidelity-certificate-expired");
    keeper
        .command(TRUST, "transfer", payment(one, invoice, 100))
        .refused(409, "fidelity-certificate-expired");
    keeper.command(TRUST, "refund", refund(other, 300_001)).refused(409, "trust-balance-too-low");
    keeper.command(TRUST, "refund", refund(other, 300_000)).expect(200);
    held(keeper, 500_000, Map.of(one, 500_000L));
    receiptsAreNumberedByTheirYear(keeper, one);
    stage.as("pieter").get(TRUST).refused(404, "not-found");
  }

  /** Of two years side by side, each from 1; what was refused has taken none. */
  private void receiptsAreNumberedByTheirYear(Caller keeper, String matter) {
    certified(keeper, today.plusYears(1));
    keeper.command(TRUST, "receive", receipt(matter, 1, today.minusYears(1))).expect(200);
    keeper.command(TRUST, "receive", receipt(matter, 1, today)).expect(200);
    assertThat(
            keeper
                .get(TRUST + "/entries?kind=RECEIPT&sort=createdAt")
                .expect(200)
                .json()
                .path("data")
                .valueStream()
                .map(it -> it.path("receiptNumber").asString()))
        .containsExactly(
            "TR-%d-0001".formatted(today.getYear()),
            "TR-%d-0002".formatted(today.getYear()),
            "TR-%d-0001".formatted(today.getYear() - 1),
            "TR-%d-0003".formatted(today.getYear()));
  }

  /** A practice of its own, which begins without trust money. */
  private Caller practice() {
    Caller keeper =
        Caller.with(
            new Tokens(stage).of(UUID.randomUUID().toString(), "advocate-senior"), stage.base());
    keeper.post("/api/v1/practice", Belongings.PRACTICE).expect(201);
    return keeper;
  }

  private static void certified(Caller keeper, LocalDate until) {
    keeper
        .command(
            "/api/v1/practice",
            "change-profile",
            "{\"profile\": \"TRUST_ACCOUNT\", \"fidelityCertificateUntil\": \"%s\"}"
                .formatted(until))
        .expect(200);
  }

  private static void held(Caller keeper, long balance, Map<String, Long> ofMatters) {
    Answer account = keeper.get(TRUST).expect(200);
    assertThat(account.number("/balance/amount")).isEqualTo(balance);
    for (JsonNode matter : account.json().path("matters")) {
      assertThat(matter.at("/balance/amount").asLong())
          .isEqualTo(ofMatters.getOrDefault(matter.path("matterId").asString(), 0L));
    }
    assertThat(account.json().path("matters").findValuesAsString("matterId"))
        .containsAll(ofMatters.keySet());
  }

  private static void toldOf(Caller user, String kind, String subject) {
    String id = subject.substring(subject.lastIndexOf('/') + 1);
    await()
        .atMost(Story.PATIENCE)
        .until(
            () ->
                user.get("/api/v1/notifications?limit=500&kind=" + kind)
                    .expect(200)
                    .text()
                    .contains(id));
  }

  private static String issued(Story story, String matter, long fee) {
    String invoice = story.fixedFee(matter, fee);
    story.sendInvoice(invoice, "{}");
    return Story.invoice(invoice);
  }

  private static String idOf(String invoice) {
    return invoice.substring(invoice.lastIndexOf('/') + 1);
  }

  private static String cents(long cents) {
    return "{\"amount\": " + cents + ", \"currency\": \"ZAR\"}";
  }

  private static String deposit(String matter, long cents, LocalDate on) {
    return "{\"matterId\": \"%s\", \"amount\": %s, \"method\": \"EFT\", \"depositedOn\": \"%s\"}"
        .formatted(matter, cents(cents), on);
  }

  private static String drawdown(String invoice, long cents) {
    return "{\"invoiceId\": \"%s\", \"amount\": %s}".formatted(idOf(invoice), cents(cents));
  }

  private static String refund(String matter, long cents) {
    return "{\"matterId\": \"%s\", \"amount\": %s, \"reason\": \"the matter is settled\"}"
        .formatted(matter, cents(cents));
  }

  private static String receipt(String matter, long cents, LocalDate on) {
    return "{\"matterId\": \"%s\", \"amount\": %s, \"method\": \"EFT\", \"receivedOn\": \"%s\"}"
        .formatted(matter, cents(cents), on);
  }

  private static String payment(String matter, String invoice, long cents) {
    return """
    {"matterId": "%s", "invoiceId": "%s", "authorization": "INVOICE_PAYMENT", "amount": %s,
     "reason": "by authority of the client"}
    """
        .formatted(matter, idOf(invoice), cents(cents));
  }

  private static String fee(String matter, long cents) {
    return """
    {"matterId": "%s", "authorization": "FEE_EARNED", "amount": %s, "reason": "a day in court"}
    """
        .formatted(matter, cents(cents));
  }

  private static String reversal(String matter, String entry) {
    return "{\"matterId\": \"%s\", \"entryId\": \"%s\", \"reason\": \"the wrong matter\"}"
        .formatted(matter, entry);
  }

  private static final String BANK =
      """
      {"bank": "First National Bank", "accountName": "B Nkosi Trust",
       "accountNumber": "62000000001", "branchCode": "250655"}\
      """;
}
