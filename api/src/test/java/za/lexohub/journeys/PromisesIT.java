package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What client, attorney and advocate promise each other, and what the users are told of it. */
class PromisesIT {
  private static final String NOTICES = "/api/v1/notifications";

  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");
  private final Story story = new Story(thandi, stage.attorney());
  private final String matter = thandi.post("/api/v1/matters", story.form()).expect(201).id();

  @Test
  void anAgreementBindsWhenClientAndAdvocateHaveSigned() {
    String id =
        thandi
            .post(
                "/api/v1/agreements",
                """
                {"matterId": "%s", "client": {"name": "%s", "email": "client@dlamini.example"},
                 "terms": "Sixty days", "scope": "Heads of argument", "fees": "R 2,500 an hour"}
                """
                    .formatted(matter, story.client))
            .expect(201)
            .id();
    String agreement = "/api/v1/agreements/" + id;
    String first = thandi.command(agreement, "send", "{}").expect(200).at("/link/token");
    String link = "/api/v1/public/agreements/";
    assertThat(first).hasSize(43);
    String token = thandi.command(agreement, "send", "{}").expect(200).at("/link/token");
    String signature = "{\"name\": \"%s\"}".formatted(story.client);

    await()
        .atMost(Story.PATIENCE)
        .untilAsserted(() -> stage.attorney().get(link + first).refused(404, "link-invalid"));
    assertThat(stage.attorney().get(link + token).expect(200).at("/terms")).isEqualTo("Sixty days");
    stage.attorney().get("/api/v1/public/pro-formas/" + token).refused(404, "link-invalid");
    thandi.command(agreement, "countersign", "{}").refused(409, "agreement-not-signable");
    stage.attorney().post(link + token + "/sign", signature).expect(200);
    await()
        .atMost(Story.PATIENCE)
        .until(() -> thandi.get(agreement).at("/status").equals("SIGNED_BY_CLIENT"));
    thandi.command(agreement, "countersign", "{}").expect(200);

    Answer bound = thandi.get(agreement).expect(200);
    assertThat(bound.at("/status")).isEqualTo("SIGNED");
    assertThat(bound.at("/signature")).isEqualTo(story.client);
    thandi
        .command(agreement, "cancel", "{\"reason\": \"changed my mind\"}")
        .refused(409, "agreement-not-signable");
    assertThat(thandi.ids("/api/v1/agreements?matterId=" + matter)).containsExactly(id);
    stage.as("pieter").get(agreement).refused(404, "not-found");
  }

  @Test
  void aPaperWithBothSignaturesBindsByItsScan() {
    String id =
        thandi
            .post(
                "/api/v1/agreements",
                """
                {"matterId": "%s", "client": {"name": "%s"},
                 "terms": "Sixty days", "scope": "Heads of argument", "fees": "R 2,500 an hour"}
                """
                    .formatted(matter, story.client))
            .expect(201)
            .id();
    String scan =
        thandi
            .post(
                "/api/v1/matters/" + matter + "/attachments",
                """
                {"name": "signed.pdf", "type": "CONTRACT", "url": "https://files.example/signed"}
                """)
            .expect(201)
            .id();
    String paper =
        "{\"name\": \"%s\", \"signedOn\": \"%s\", \"scan\": \"%s\"}"
            .formatted(story.client, "2024-02-01", scan);
    String agreement = "/api/v1/agreements/" + id;
    await()
        .atMost(Story.PATIENCE)
        .until(() -> thandi.get("/api/v1/attachments/" + scan).at("/status").equals("LINKED"));

    thandi
        .command(agreement, "sign-on-paper", paper.replace(scan, matter))
        .refused(400, "invalid-input");
    thandi.command(agreement, "sign-on-paper", paper).expect(200);

    Answer bound = thandi.get(agreement).expect(200);
    assertThat(bound.at("/status")).isEqualTo("SIGNED");
    assertThat(bound.at("/signedBy")).isEqualTo("PAPER");
    assertThat(bound.at("/scanId")).isEqualTo(scan);
  }

  @Test
  void theLinkAndTheQuoteAreMailedWhenAskedFor() {
    Answer link = story.link();
    String proForma = Story.proForma(link.id());
    String addressee = "{\"name\": \"Sipho Khumalo\", \"email\": \"%s\"}".formatted(story.email);
    thandi.command(proForma, "resend", "{}").refused(409, "pro-forma-not-sent");
    thandi.command(proForma, "mail-link", addressee).expect(200);
    await().atMost(Story.PATIENCE).until(() -> Mailbox.of(story.email).size() == 1);
    assertThat(Mailbox.of(story.email).getFirst().text()).contains(link.at("/link/url"));

    String sent = story.sent(1_000_000, 1);
    await().atMost(Story.PATIENCE).until(() -> Mailbox.of(story.email).size() == 2);
    thandi.command(Story.proForma(sent), "resend", "{}").expect(200);
    await().atMost(Story.PATIENCE).until(() -> Mailbox.of(story.email).size() == 3);
    assertThat(Mailbox.of(story.email).getLast().attachments()).hasSize(1);
    assertThat(Mailbox.of(story.email).getLast().subject())
        .isEqualTo(Mailbox.of(story.email).get(1).subject());
  }

  @Test
  void anApprovedAmendmentLetsTheOthersGiveWay() {
    String first = propose(60_000);
    String second = propose(80_000);

    thandi.command("/api/v1/scope-amendments/" + second, "approve", "{}").expect(200);

    await()
        .atMost(Story.PATIENCE)
        .until(
            () ->
                thandi.get("/api/v1/scope-amendments/" + first).at("/status").equals("SUPERSEDED"));
    thandi
        .command("/api/v1/scope-amendments/" + first, "reject", "{\"reason\": \"too late\"}")
        .refused(409, "amendment-not-pending");
    assertThat(thandi.get("/api/v1/scope-amendments/" + second).at("/status"))
        .isEqualTo("APPROVED");
    assertThat(subjects(thandi, NOTICES + "?kind=SCOPE_AMENDMENT_PROPOSED&limit=500"))
        .contains(first, second);
  }

  private String propose(long newEstimate) {
    return thandi
        .post(
            "/api/v1/matters/" + matter + "/scope-amendments",
            """
            {"type": "SCOPE_INCREASE", "reason": "More witnesses",
             "originalEstimate": {"amount": 50000, "currency": "ZAR"},
             "newEstimate": {"amount": %d, "currency": "ZAR"}}
            """
                .formatted(newEstimate))
        .expect(201)
        .id();
  }

  @Test
  void whatWasSentIsNewsUntilItIsReadAndItsDebtPrescribesSomeDay() {
    String invoice = story.invoiced(2_500_000, 250_000);
    story.sendInvoice(invoice, "{}");
    await().atMost(Story.PATIENCE).until(() -> unread(thandi).contains(invoice));

    String notice = idOf(invoice);
    thandi.post(NOTICES + "/mark-read", "{\"ids\": [\"" + notice + "\"]}").expect(200);
    await().atMost(Story.PATIENCE).until(() -> !unread(thandi).contains(invoice));

    Answer prescription = thandi.get(Story.invoice(invoice) + "/prescription").expect(200);
    String due = thandi.get(Story.invoice(invoice)).at("/dueDate");
    assertThat(prescription.at("/runsFrom")).isEqualTo(due);
    assertThat(LocalDate.parse(prescription.at("/prescribesOn")))
        .isEqualTo(LocalDate.parse(due).plusYears(3));
    thandi.command(Story.invoice(invoice), "set-reminders", "{\"enabled\": false}").expect(200);
    assertThat(thandi.get(Story.invoice(invoice)).at("/remindersEnabled")).isEqualTo("false");
    thandi.command(Story.invoice(invoice), "remind", "{}").refused(409, "reminders-off");
  }

  private static List<String> unread(Caller user) {
    return subjects(user, NOTICES + "?unread=true&kind=INVOICE_SENT&limit=500");
  }

  private String idOf(String subject) {
    for (JsonNode notice : page(thandi, NOTICES + "?kind=INVOICE_SENT&limit=500")) {
      if (notice.path("subjectId").asString().equals(subject)) {
        return notice.path("id").asString();
      }
    }
    throw new AssertionError("nobody was told of " + subject);
  }

  /** What the notices are about. */
  private static List<String> subjects(Caller user, String path) {
    return page(user, path).valueStream().map(it -> it.path("subjectId").asString()).toList();
  }

  private static JsonNode page(Caller user, String path) {
    return user.get(path).expect(200).json().path("data");
  }
}
