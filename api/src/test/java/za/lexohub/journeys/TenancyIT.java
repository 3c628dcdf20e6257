package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code domain.md} 17, scenario 13: another advocate's things do not exist. */
class TenancyIT {

  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");
  private final Caller pieter = stage.as("pieter");
  private final Story story = new Story(thandi, stage.attorney());

  @Test
  void anotherAdvocatesIdsAreNotFoundByReadCommandSearchOrPdf() {
    String proForma = story.sent(2_500_000, 250_000);
    thandi.command(Story.proForma(proForma), "accept", "{}").expect(200);
    story.converted(proForma);
    String invoice = story.invoiceOf(proForma);

    for (String path :
        List.of(
            Story.proForma(proForma),
            Story.invoice(invoice),
            Story.invoice(invoice) + "/pdf",
            "/api/v1/workflows/" + proForma + "-1")) {
      assertThat(pieter.get(path).status()).as(path).isEqualTo(404);
    }
    for (String path :
        List.of(
            Story.proForma(proForma) + "/withdraw",
            Story.invoice(invoice) + "/send",
            Story.invoice(invoice) + "/resend")) {
      pieter.post(path, "{}", Map.of("If-Match", "\"v1\"")).refused(404, "not-found");
    }
    pieter
        .post(
            Story.invoice(invoice) + "/payments", Story.payment(100), Map.of("If-Match", "\"v1\""))
        .refused(404, "not-found");
    String search = "/api/v1/search?q=" + story.client.replace(' ', '+');
    assertThat(story.read(search).text()).contains(invoice, proForma);
    Answer found = pieter.get(search).expect(200);
    assertThat(found.json().path("data").isArray()).isTrue();
    assertThat(found.text()).doesNotContain(invoice).doesNotContain(proForma);
    assertThat(pieter.ids("/api/v1/invoices?limit=500")).doesNotContain(invoice);
    assertThat(story.read(Story.invoice(invoice)).at("/lifecycle")).isEqualTo("DRAFT");
  }

  @Test
  void aListSaysHowManyItHasOfOnesOwn() {
    story.link();
    story.link();
    String list = "/api/v1/pro-formas?limit=1&q=" + story.client.replace(' ', '+');

    Answer two = story.read(list + "&withTotal=true");
    assertThat(two.json().path("data").size()).isOne();
    assertThat(two.json().path("total").toString()).isEqualTo("{\"count\":2,\"exact\":true}");
    assertThat(story.read(list).json().has("total")).isFalse();
    Answer none = pieter.get(list + "&withTotal=true").expect(200);
    assertThat(none.number("/total/count")).isZero();
  }

  @Test
  void theAuditorReadsAndCommandsNothing() {
    String proForma = story.link().id();
    Caller auditor = stage.as("auditor");

    auditor.get(Story.proForma(proForma)).expect(200);
    auditor
        .post(Story.proForma(proForma) + "/withdraw", "{}", Map.of("If-Match", "\"v1\""))
        .refused(403, "forbidden");
  }

  @Test
  void aMatterIsOpenedOnceForOneKeyAndItsTitleIsReadBack() {
    String body =
        """
        {"matterType": "Opinion", "title": "%s trust", "client": {"name": "%s"},
         "attorney": {"name": "Sipho Khumalo", "email": "%s", "address": "1 Fox Street"}}
        """
            .formatted(story.client, story.client, story.email);
    Map<String, String> key = Map.of("Idempotency-Key", "open-" + story.client.replace(' ', '-'));

    Answer opened = thandi.post("/api/v1/matters", body, key).expect(201);
    Answer repeated = thandi.post("/api/v1/matters", body, key).expect(201);

    assertThat(repeated.text()).isEqualTo(opened.text());
    thandi
        .post("/api/v1/matters", body.replace("trust", "estate"), key)
        .refused(422, "idempotency-key-reused");
    Answer matter = thandi.get("/api/v1/matters/" + opened.id()).expect(200);
    assertThat(matter.at("/title")).isEqualTo(story.client + " trust");
    assertThat(matter.at("/reference")).matches("JHB/\\d{4}/\\d{3,}");
    pieter.get("/api/v1/matters/" + opened.id()).refused(404, "not-found");
  }
}
