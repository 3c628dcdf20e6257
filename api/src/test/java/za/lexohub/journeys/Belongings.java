package za.lexohub.journeys;

import java.util.Map;
import java.util.UUID;

/** One of everything that an address can be about, in the books of one advocate. */
final class Belongings {

  private static final String CENTS = "{\"amount\": 100, \"currency\": \"ZAR\"}";

  private final Caller advocate;
  private final Story story;

  Belongings(Caller advocate, Caller attorney) {
    this.advocate = advocate;
    this.story = new Story(advocate, attorney);
  }

  /** Makes them and writes them down: by the collection, and by the variable of what is inside. */
  void listedIn(Map<String, String> things) {
    String proForma = story.sent(2_500_000, 250_000);
    advocate.command(Story.proForma(proForma), "accept", "{}").expect(200);
    String matter = story.matter();
    String invoice = story.fixedFee(matter, 1_000_000);
    story.sendInvoice(invoice, "{}");
    things.put("pro-formas", proForma);
    things.put("matters", matter);
    things.put("invoices", invoice);
    things.put("{paymentId}", story.pay(invoice, 100).at("/paymentId"));
    onTheMatter(things, "/api/v1/matters/" + matter);
    onTheInvoice(things, Story.invoice(invoice));
    inTheBooks(things, matter);
    story.converted(proForma);
    things.put("workflows", proForma + "-1");
  }

  private void onTheMatter(Map<String, String> things, String matter) {
    things.put(
        "{workItemId}",
        advocate
            .post(
                matter + "/time-entries",
                "{\"minutes\": 60, \"rate\": %s, \"description\": \"Consultation\"}"
                    .formatted(CENTS))
            .expect(201)
            .at("/itemId"));
    things.put(
        "retainers",
        made(
            matter + "/retainers",
            "{\"type\": \"EVERGREEN\", \"amount\": %s, \"startsOn\": \"2026-01-05\"}"));
    things.put(
        "scope-amendments",
        made(
            matter + "/scope-amendments",
            "{\"type\": \"SCOPE_INCREASE\", \"reason\": \"More witnesses\", \"originalEstimate\":"
                + " %1$s, \"newEstimate\": {\"amount\": 200, \"currency\": \"ZAR\"}}"));
    things.put(
        "attachments",
        made(
            matter + "/attachments",
            "{\"name\": \"Brief\", \"type\": \"BRIEF\", \"url\":"
                + " \"https://files.example/brief\"}"));
    advocate
        .post(matter + "/statements", "{\"from\": \"2026-01-01\", \"to\": \"2026-01-31\"}")
        .expect(200);
    things.put("{number}", "1");
  }

  private void onTheInvoice(Map<String, String> things, String invoice) {
    things.put(
        "credit-notes",
        made(
            invoice + "/credit-notes",
            "{\"kind\": \"CREDIT\", \"amount\": %s, \"category\": \"BILLING_ERROR\","
                + " \"reason\": \"twice\"}"));
    things.put(
        "disputes",
        made(
            invoice + "/disputes",
            "{\"type\": \"QUALITY_ISSUE\", \"disputedAmount\": %s, \"reason\": \"too long\"}"));
  }

  private void inTheBooks(Map<String, String> things, String matter) {
    things.put("receipts", made("/api/v1/receipts", "{\"amount\": %s, \"method\": \"EFT\"}"));
    things.put(
        "agreements",
        made(
            "/api/v1/agreements",
            """
            {"matterId": "%s", "client": {"name": "%s", "email": "client@dlamini.example"},
             "terms": "Sixty days", "scope": "Heads of argument", "fees": "By the hour"}
            """
                .formatted(matter, story.client)));
    things.put(
        "rate-cards",
        made(
            "/api/v1/rate-cards",
            "{\"name\": \"Consultation\", \"category\": \"CONSULTATION\", \"pricing\": \"HOURLY\","
                + " \"rate\": %s}"));
    things.put(
        "invoice-batches",
        made("/api/v1/invoices/batch", "{\"matterIds\": [\"" + UUID.randomUUID() + "\"]}"));
  }

  private String made(String path, String body) {
    return advocate.post(path, body.replaceAll("%(1\\$)?s", CENTS)).expect(201).id();
  }

  /** A practice that has no books yet. */
  static final String PRACTICE =
      """
      {"profile": "REFERRAL",
       "particulars": {"bar": "JOHANNESBURG", "name": "Adv Busisiwe Nkosi",
                       "email": "busisiwe@nkosi.example", "address": "Maisels Group, Sandton",
                       "practiceNumber": "JHB0404"}}
      """;
}
