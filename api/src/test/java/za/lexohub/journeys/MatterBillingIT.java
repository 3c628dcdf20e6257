package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From a request for a matter, over its work, to invoices, one by one and many at once. */
class MatterBillingIT {
  private static final String BECAUSE = "{\"reason\": \"a mistake\"}";

  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");
  private final Story story = new Story(thandi, stage.attorney());

  @Test
  void aRequestBecomesAMatterWhoseWorkIsInvoicedAndForgottenWithIt() {
    String request = Story.proForma(requested());
    String matterId = convert(request);
    String matter = "/api/v1/matters/" + matterId;
    assertThat(thandi.get(request).expect(200).at("/status")).isEqualTo("CONVERTED");
    assertThat(thandi.get(request).at("/matterId")).isEqualTo(matterId);
    assertThat(thandi.get(matter).expect(200).at("/client/name")).isEqualTo(story.client);

    String invoice = Story.invoice(work(matterId));
    Answer draft = thandi.get(invoice).expect(200);
    assertThat(draft.at("/source")).isEqualTo("MATTER_WIP");
    assertThat(draft.number("/lines/0/amount/amount")).isEqualTo(208_333);
    assertThat(draft.at("/lines/0/description")).isEqualTo("Consultation");
    assertThat(draft.number("/totals/total/amount")).isEqualTo(239_583);
    await().atMost(Story.PATIENCE).until(() -> announced(invoice));
    assertThat(thandi.get(invoice).at("/documents/0/state")).isEqualTo("STORED");
    thandi.command(request, "reverse-conversion", BECAUSE).refused(409, "matter-has-work");

    thandi.command(invoice, "discard", BECAUSE).expect(200);
    String batch = batched(matterId);
    Answer done = thandi.get(batch).expect(200);
    assertThat(done.number("/invoiced")).isEqualTo(1);
    assertThat(done.number("/refused")).isEqualTo(1);
    assertThat(done.at("/entries/0/code")).isEqualTo("not-found");
    String again = Story.invoice(done.at("/entries/1/invoiceId"));
    assertThat(thandi.get(again).expect(200).number("/totals/total/amount")).isEqualTo(239_583);

    thandi.command(again, "discard", BECAUSE).expect(200);
    thandi.command(matter, "close", "{}").expect(200);
    thandi.post(matter + "/erase-personal-data", BECAUSE).expect(200);
    for (String forgotten : new String[] {matter, request, invoice, again}) {
      await()
          .atMost(Story.PATIENCE)
          .until(() -> thandi.get(forgotten).at("/title").equals("[erased]"));
      assertThat(thandi.get(forgotten).text()).doesNotContain(story.client, "Consultation");
    }
  }

  @Test
  void aMatterThatWasMadeByMistakeIsDeclinedAndTheRequestIsOpenAgain() {
    String request = Story.proForma(requested());
    String matter = "/api/v1/matters/" + convert(request);

    thandi.command(request, "reverse-conversion", BECAUSE).expect(200);

    assertThat(thandi.get(request).expect(200).at("/status")).isEqualTo("SUBMITTED");
    await().atMost(Story.PATIENCE).until(() -> thandi.get(matter).at("/status").equals("DECLINED"));
  }

  @Test
  void aFixedFeeTakesTheRateOfItsCard() {
    String matter = thandi.post("/api/v1/matters", story.form()).expect(201).id();
    String card =
        thandi
            .post(
                "/api/v1/rate-cards",
                """
                {"name": "Heads of argument", "category": "DRAFTING", "pricing": "FIXED",
                 "rate": {"amount": 2500000, "currency": "ZAR"}}
                """)
            .expect(201)
            .id();

    String invoice =
        Story.invoice(thandi.post("/api/v1/invoices", fixedFee(matter, card)).expect(201).id());

    assertThat(thandi.get(invoice).expect(200).number("/totals/subtotal/amount"))
        .isEqualTo(5_000_000);
    thandi.command("/api/v1/rate-cards/" + card, "retire", "{}").expect(200);
    await()
        .atMost(Story.PATIENCE)
        .until(() -> thandi.post("/api/v1/invoices", fixedFee(matter, card)).status() == 400);
    assertThat(thandi.get("/api/v1/rate-cards?retired=true").expect(200).text()).contains(card);
  }

  /** There is no mail at all until the draft is rendered. */
  private boolean announced(String invoice) {
    return thandi
        .get(invoice)
        .expect(200)
        .json()
        .at("/notifications/0/state")
        .asString("")
        .equals("SENT");
  }

  private static String fixedFee(String matter, String card) {
    return """
    {"source": "FIXED_FEE", "matterId": "%s", "title": "Heads of argument",
     "lines": [{"kind": "FEE", "description": "As agreed", "quantity": 2, "rateCardId": "%s"}]}
    """
        .formatted(matter, card);
  }

  private String requested() {
    Answer link =
        thandi
            .post(
                "/api/v1/pro-formas",
                """
                {"kind": "LINK", "matterType": "Commercial litigation",
                 "title": "%1$s v Transit Holdings", "client": {"name": "%1$s"},
                 "requestedAction": "MATTER"}
                """
                    .formatted(story.client))
            .expect(201);
    story.submit(link.at("/link/token"));
    await().atMost(Story.PATIENCE).until(() -> story.status(link.id()).equals("SUBMITTED"));
    return link.id();
  }

  private String convert(String request) {
    return thandi.command(request, "convert-to-matter", "{}").expect(200).at("/itemId");
  }

  private String work(String matterId) {
    thandi
        .post(
            "/api/v1/matters/" + matterId + "/time-entries",
            """
            {"minutes": 50, "rate": {"amount": 250000, "currency": "ZAR"},
             "description": "Consultation"}
            """)
        .expect(201);
    return thandi
        .post(
            "/api/v1/invoices", "{\"source\": \"MATTER_WIP\", \"matterId\": \"" + matterId + "\"}")
        .expect(201)
        .id();
  }

  private String batched(String matterId) {
    String batch =
        "/api/v1/invoice-batches/"
            + thandi
                .post(
                    "/api/v1/invoices/batch",
                    "{\"proFormaIds\": [\"%s\"], \"matterIds\": [\"%s\"]}"
                        .formatted(UUID.randomUUID(), matterId))
                .expect(201)
                .id();
    await().atMost(Story.PATIENCE).until(() -> thandi.get(batch).at("/status").equals("COMPLETED"));
    return batch;
  }
}
