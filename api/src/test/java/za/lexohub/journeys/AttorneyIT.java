package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An attorney with a login, from the brief that is offered to the access that is taken back. */
class AttorneyIT {
  private static final String NALEDI =
      UUID.nameUUIDFromBytes("naledi".getBytes(StandardCharsets.UTF_8)).toString();

  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");
  private final Caller naledi = stage.as("naledi");
  private final Story story = new Story(thandi, stage.attorney());

  @Test
  void anAttorneyBriefsAcceptsSeesAndDisputesUntilTheAdvocateTakesItBack() {
    String matter = naledi.post("/api/v1/attorney/matters", story.form()).expect(201).id();
    assertThat(naledi.get(granted("matters", matter)).expect(200).at("/status"))
        .isEqualTo("REQUESTED");
    stage.as("pieter").get("/api/v1/matters/" + matter).refused(404, "not-found");
    await()
        .atMost(Story.PATIENCE)
        .until(() -> thandi.get("/api/v1/matters/" + matter).status() == 200);
    thandi.command("/api/v1/matters/" + matter, "accept", "{}").expect(200);

    String quote = thandi.post("/api/v1/pro-formas", draftOn(matter)).expect(201).id();
    naledi.get(granted("pro-formas", quote)).refused(404, "not-found");
    story.send(quote);
    await()
        .atMost(Story.PATIENCE)
        .until(() -> naledi.get(granted("pro-formas", quote)).status() == 200);
    naledi.command(granted("pro-formas", quote), "accept", "{}").expect(200);
    story.converted(quote);
    assertThat(story.read(Story.proForma(quote)).at("/answer/channel")).isEqualTo("ATTORNEY_LOGIN");

    String invoice = story.invoiceOf(quote);
    naledi.get(granted("invoices", invoice)).refused(404, "not-found");
    story.sendInvoice(invoice, "{}");
    firstViewIsKept(invoice);
    paperIsTheOriginal(invoice);
    linksReplaceOneAnother(invoice);
    disputed(invoice);
    takenBack(matter, quote, invoice);
  }

  private void firstViewIsKept(String invoice) {
    await()
        .atMost(Story.PATIENCE)
        .until(() -> naledi.get(granted("invoices", invoice)).status() == 200);
    await()
        .atMost(Story.PATIENCE)
        .until(() -> story.read(Story.invoice(invoice)).at("/status").equals("VIEWED"));
    assertThat(naledi.ids("/api/v1/attorney/invoices")).contains(invoice);
  }

  private void paperIsTheOriginal(String invoice) {
    Answer paper =
        await()
            .atMost(Story.PATIENCE)
            .until(
                () -> naledi.get(granted("invoices", invoice) + "/pdf"),
                answer -> answer.status() == 200);
    assertThat(Pdf.text(paper.bytes())).contains("Tax Invoice");
  }

  private void linksReplaceOneAnother(String invoice) {
    Answer first = thandi.post(Story.invoice(invoice) + "/issue-link", "{}").expect(200);
    Caller anybody = stage.attorney();
    String old = "/api/v1/public/invoices/" + first.at("/link/token");
    Answer seen =
        await()
            .atMost(Story.PATIENCE)
            .until(() -> anybody.get(old), answer -> answer.status() == 200);
    assertThat(seen.number("/balance/amount")).isEqualTo(Brief.TOTAL);
    assertThat(seen.text()).doesNotContain(invoice).doesNotContain(story.email);

    Answer second = thandi.post(Story.invoice(invoice) + "/issue-link", "{}").expect(200);
    String fresh = "/api/v1/public/invoices/" + second.at("/link/token");
    await().atMost(Story.PATIENCE).until(() -> anybody.get(fresh).status() == 200);
    assertThat(anybody.get(old).json().path("code").asString()).isEqualTo("link-invalid");
  }

  private void disputed(String invoice) {
    naledi
        .post(
            granted("invoices", invoice) + "/dispute",
            """
            {"type": "AMOUNT_INCORRECT", "disputedAmount": {"amount": 250000, "currency": "ZAR"},
             "reason": "The travelling was not agreed"}
            """)
        .expect(200);
    await()
        .atMost(Story.PATIENCE)
        .until(() -> story.read(Story.invoice(invoice)).at("/status").equals("DISPUTED"));
  }

  private void takenBack(String matter, String quote, String invoice) {
    String grants = "/api/v1/matters/" + matter + "/grants";
    assertThat(thandi.get(grants).expect(200).at("/data/0/attorneyId")).isEqualTo(NALEDI);
    thandi
        .command(
            "/api/v1/matters/" + matter,
            "revoke-access",
            "{\"attorneyId\": \"%s\", \"reason\": \"The mandate ended\"}".formatted(NALEDI))
        .expect(200);
    await()
        .atMost(Story.PATIENCE)
        .until(() -> naledi.get(granted("matters", matter)).status() == 404);
    for (String path : List.of(granted("pro-formas", quote), granted("invoices", invoice))) {
      naledi.get(path).refused(404, "not-found");
    }
    naledi
        .post(granted("pro-formas", quote) + "/decline", "{}", Map.of("If-Match", "\"v1\""))
        .refused(404, "not-found");
    assertThat(naledi.ids("/api/v1/attorney/invoices")).doesNotContain(invoice);
  }

  private String draftOn(String matter) {
    return story
        .pricing(2_500_000, 250_000)
        .replaceFirst(
            "\\{",
            """
            {"kind": "DRAFT", "matterId": "%s", "matterType": "Opinion",
             "client": {"name": "%s"},
             "attorney": {"name": "Naledi Khumalo", "email": "%s", "address": "1 Fox Street"},\
            """
                .formatted(matter, story.client, story.email));
  }

  private static String granted(String collection, String id) {
    return "/api/v1/attorney/" + collection + "/" + id;
  }
}
