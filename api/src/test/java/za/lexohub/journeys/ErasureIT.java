package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import za.lexohub.embedded.TestParts;
import za.lexohub.messages.practice.BusinessTime;

/**
 * What is erased is nowhere: not in the tables, the write-ahead log, a backup taken later, the
 * cache, the search store, the papers or what was logged; and what was proven before is proven
 * still. What the law keeps is not erased until it may be.
 */
class ErasureIT {

  private static final String BECAUSE = "{\"reason\": \"Request 17 of the register\"%s}";

  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");
  private final Story story = new Story(thandi, stage.attorney());

  /** Stands in every name, address and text of this story, and nowhere else in the world. */
  private final String marker =
      story.email.substring("attorney-".length(), story.email.indexOf('@'));

  /** The pro forma that was drafted on the matter last closed. */
  private String quoted = "";

  @Test
  void whatIsErasedIsNowhereAndProofsHold() throws Exception {
    try (Remains remains = new Remains();
        EventLog log = new EventLog(TestParts.postgres().database())) {
      String matter = closedMatter();
      String invoice = story.invoiced(2_500_000, 250_000);
      String proForma = story.read(Story.invoice(invoice)).at("/proFormaId");
      String file = Story.proForma(proForma);
      erase(file, "").refused(409, "personal-data-in-use");

      // Seven years ago, but for ten days: the council's rule is the last that keeps it.
      LocalDate today = BusinessTime.dateAt(stage.clock().instant());
      LocalDate issued = today.minusYears(7).plusDays(10);
      story.sendInvoice(invoice, "{\"invoiceDate\": \"" + issued + "\"}");
      erase(file, "").refused(409, "personal-data-in-use");
      payThen(invoice, issued);
      await().atMost(Story.PATIENCE).until(() -> Mailbox.of(story.email).size() == 3);
      String pdf = Story.invoice(invoice) + "/pdf";
      assertThat(Pdf.text(thandi.get(pdf).expect(200).bytes())).contains(marker);

      theLawKeepsIt(file, issued.plusYears(7));
      String leaves = leaves(proForma, invoice, matter);
      assertThat(remains.rows(marker)).contains("public.invoices", "public.matters");
      assertThat(remains.files(marker))
          .anyMatch(name -> name.startsWith("postgres/pg_wal"))
          .anyMatch(name -> name.startsWith("redis"))
          .anyMatch(name -> name.startsWith("opensearch"));

      erase(file, ", \"schedule\": true").expect(200);
      Answer scheduled = personalData(file);
      assertThat(scheduled.at("/status")).isEqualTo("SCHEDULED");
      assertThat(scheduled.at("/dueOn")).isEqualTo(issued.plusYears(7).plusDays(1).toString());
      erase(Story.proForma(proForma), ", \"schedule\": true").expect(200);
      erase("/api/v1/matters/" + matter, "").expect(200);
      stage.clock().pass(Duration.ofDays(11));
      keysAreGone(file);
      keysAreGone("/api/v1/matters/" + matter);

      thandi.get(pdf).refused(410, "erased");
      for (String each :
          List.of(
              Story.invoice(invoice), file, "/api/v1/matters/" + matter, Story.proForma(quoted))) {
        await().atMost(Story.PATIENCE).until(() -> !story.read(each).text().contains(marker));
      }
      Answer left = story.read(Story.invoice(invoice));
      assertThat(left.at("/client/name")).isEqualTo("[erased]");
      assertThat(left.at("/lines/0/description")).isEqualTo("[erased]");
      assertThat(left.number("/totals/total/amount")).isEqualTo(3_162_500);
      nothingIsWrittenDownAgain(invoice);

      remains.vacuum();
      remains.rewrite();
      await()
          .atMost(Story.PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () -> {
                remains.merge();
                assertThat(remains.files(marker)).isEmpty();
              });
      assertThat(remains.rows(marker)).isEmpty();
      assertThat(remains.logged(marker)).isEmpty();
      assertThat(remains.readablePapers()).isEmpty();
      assertThat(Wire.documents("invoices")).noneMatch(document -> document.contains(marker));
      assertThat(leaves(proForma, invoice, matter)).isEqualTo(leaves);
      log.isSound();
      assertThat(Engine.parked()).isEmpty();
    }
  }

  @Test
  void aLegalHoldKeepsAFileUntilItIsReleased() {
    String matter = "/api/v1/matters/" + closedMatter();
    stage.as("auditor").post(matter + "/erase-personal-data", BECAUSE.formatted("")).expect(403);
    thandi.post(matter + "/place-legal-hold", BECAUSE.formatted("")).expect(200);
    erase(matter, "").refused(409, "legal-hold-in-force");
    erase(matter, ", \"schedule\": true").expect(200);
    assertThat(personalData(matter).at("/legalHold")).isEqualTo("true");
    thandi.post(matter + "/cancel-erasure", BECAUSE.formatted("")).expect(200);
    thandi
        .post(matter + "/cancel-erasure", BECAUSE.formatted(""))
        .refused(409, "erasure-not-scheduled");
    assertThat(personalData(matter).at("/status")).isEqualTo("LIVE");
    thandi.post(matter + "/release-legal-hold", BECAUSE.formatted("")).expect(200);

    erase(matter, ", \"subjects\": [\"CLIENT\"]").expect(200);

    assertThat(personalData(matter).at("/erasedSubjects/0")).isEqualTo("CLIENT");
    await()
        .atMost(Story.PATIENCE)
        .until(() -> story.read(matter).at("/client/name").equals("[erased]"));
    assertThat(story.read(matter).at("/attorney/name")).isEqualTo("Sipho Khumalo" + marker);
    keysAreGone(matter);
  }

  private String closedMatter() {
    String matter =
        thandi
            .post(
                "/api/v1/matters",
                """
                {"matterType": "Commercial litigation", "title": "%1$s v Transit Holdings",
                 "description": "Appeal of %1$s",
                 "client": {"name": "%1$s", "email": "client-%2$s@dlamini.example"},
                 "attorney": {"name": "Sipho Khumalo%2$s", "firm": "Khumalo %2$s",
                              "email": "%3$s", "address": "1 Fox Street, Johannesburg"}}
                """
                    .formatted(story.client, marker, story.email))
            .expect(201)
            .id();
    String path = "/api/v1/matters/" + matter;
    assertThat(story.read(path).text()).contains(marker);
    thandi.command(path, "put-on-hold", "{\"reason\": \"waiting for " + marker + "\"}").expect(200);
    thandi.command(path, "resume", "{}").expect(200);
    erase(path, "").refused(409, "personal-data-in-use");
    quoted = quotedAndWithdrawn(matter);
    thandi.command(path, "close", "{}").expect(200);
    assertThat(story.read(path).text()).contains(marker);
    return matter;
  }

  /** In the matter's file, under data subjects of its own. */
  private String quotedAndWithdrawn(String matter) {
    String id =
        thandi
            .post(
                "/api/v1/pro-formas",
                """
                {"kind": "DRAFT", "matterId": "%4$s", "matterType": "Commercial litigation",
                 "title": "%1$s v Transit Holdings", "client": {"name": "%1$s"},
                 "attorney": {"name": "Sipho Khumalo%2$s", "firm": "Khumalo %2$s",
                              "email": "%3$s", "address": "1 Fox Street, Johannesburg"},
                 "lines": [{"kind": "FEE", "description": "Advice to %2$s", "quantity": 1,
                            "rate": {"amount": 250000, "currency": "ZAR"}}]}
                """
                    .formatted(story.client, marker, story.email, matter))
            .expect(201)
            .id();
    erase(Story.proForma(id), "").refused(409, "file-belongs-to-matter");
    thandi.command(Story.proForma(id), "withdraw", "{}").expect(200);
    return id;
  }

  /** Recorded on that day, too: the years count from when the books were last written in. */
  private void payThen(String invoice, LocalDate on) {
    Clock now = GenericEventMessage.clock;
    GenericEventMessage.clock =
        Clock.offset(now, Duration.between(now.instant(), BusinessTime.startOf(on)));
    try {
      String payment =
          """
          {"amount": {"amount": 3162500, "currency": "ZAR"}, "method": "EFT",
           "reference": "REF %s", "paymentDate": "%s"}
          """
              .formatted(marker, on);
      // Its workers still write down what they made of it.
      await()
          .until(() -> story.tryToPay(invoice, payment), answer -> answer.status() != 412)
          .expect(200);
    } finally {
      GenericEventMessage.clock = now;
    }
  }

  private void theLawKeepsIt(String file, LocalDate until) {
    Answer refused = erase(file, "").refused(409, "retention-runs");
    assertThat(refused.at("/detail")).contains("Legal Practice Act 28 of 2014", "until " + until);
    assertThat(refused.at("/facts/dueOn")).isEqualTo(until.plusDays(1).toString());
    assertThat(refused.at("/facts/laws/0/keepUntil")).isEqualTo(until.toString());
    assertThat(personalData(file).at("/status")).isEqualTo("LIVE");
  }

  private void nothingIsWrittenDownAgain(String invoice) {
    String payment = story.read(Story.invoice(invoice)).at("/payments/0/id");
    thandi
        .command(
            Story.invoice(invoice),
            "payments/" + payment + "/reverse",
            "{\"reason\": \"the bank returned it\"}")
        .refused(409, "personal-data-erased");
  }

  private Answer erase(String file, String more) {
    return thandi.post(file + "/erase-personal-data", BECAUSE.formatted(more));
  }

  private Answer personalData(String file) {
    return thandi.get(file + "/personal-data").expect(200);
  }

  /** A saga asks for it again after a minute; time is made to pass. */
  private void keysAreGone(String file) {
    await()
        .atMost(Story.PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              stage.clock().pass(Duration.ofMinutes(1));
              return personalData(file).json().path("keysDestroyedAt").isString();
            });
  }

  private static String leaves(String... aggregates) {
    return String.join(
        "\n",
        List.of(aggregates).stream()
            .flatMap(
                id ->
                    Sql.column(
                        "select position || ' ' || encode(leaf_hash, 'hex') || ' ' || md5(payload)"
                            + " from event_log where aggregate_id = ? order by position",
                        id)
                        .stream())
            .toList());
  }
}
