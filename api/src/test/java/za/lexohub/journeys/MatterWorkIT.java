package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A matter from its opening to the day on which its work is ready to be invoiced. */
class MatterWorkIT {

  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");

  @Test
  void workIsAgreedLoggedCorrectedAndReadyToBill() {
    String matter =
        "/api/v1/matters/" + thandi.post("/api/v1/matters", pendingForm()).expect(201).id();
    assertThat(thandi.get(matter).expect(200).at("/status")).isEqualTo("PENDING");
    log(
            matter,
            "services",
            "{\"category\": \"DRAFTING\", \"quantity\": 2, \"rate\": {\"amount\": 100000,"
                + " \"currency\": \"ZAR\"}, \"description\": \"Heads of argument\"}")
        .refused(409, "matter-not-active");

    thandi.command(matter, "activate", "{}").expect(200);
    log(matter, "time-entries", time(90)).refused(409, "nothing-to-charge");
    thandi.command(matter, "set-terms", terms()).expect(200);
    Answer hour = log(matter, "time-entries", time(90)).expect(201);
    assertThat(thandi.get(hour.header("Location")).expect(200).number("/amount/amount"))
        .isEqualTo(375_000);
    Answer courier =
        log(
                matter,
                "disbursements",
                "{\"type\": \"COURIER\", \"cost\": {\"amount\": 10000, \"currency\": \"ZAR\"},"
                    + " \"markupBasisPoints\": 1000, \"description\": \"To the registrar\"}")
            .expect(201);
    log(
            matter,
            "services",
            "{\"category\": \"DRAFTING\", \"quantity\": 2, \"rate\": {\"amount\": 100000,"
                + " \"currency\": \"ZAR\"}, \"description\": \"Heads of argument\"}")
        .expect(201);
    assertThat(thandi.get(matter + "/wip").expect(200).number("/total/amount")).isEqualTo(586_000);

    change(matter, item(courier) + "/correct-vat", vat("EXEMPT")).expect(200);
    change(matter, item(hour) + "/amend-time", time(60)).expect(200);
    Answer items = thandi.get(matter + "/work-items?kind=TIME,DISBURSEMENT&sort=amount");
    assertThat(items.at("/data/0/vatTreatment")).isEqualTo("EXEMPT");
    assertThat(items.number("/data/1/amount/amount")).isEqualTo(250_000);

    change(matter, "complete-conflict-check", "{\"cleared\": false, \"notes\": \"a director\"}")
        .expect(200);
    change(matter, "mark-ready-to-bill", "{}").refused(409, "conflict-not-cleared");
    assertThat(thandi.get(matter + "/billing-readiness").expect(200).at("/blockers/0"))
        .isEqualTo("conflict-not-cleared");
    change(matter, "override-conflict", "{\"reason\": \"both consent\"}").expect(200);
    change(matter, "mark-ready-to-bill", "{\"notes\": \"all done\"}").expect(200);
    Answer approved = change(matter, "approve-billing", "{}").expect(200);

    Answer ready = thandi.get(matter + "/billing-readiness").expect(200);
    assertThat(ready.at("/ready")).isEqualTo("true");
    assertThat(ready.number("/workInProgress/total/amount")).isEqualTo(461_000);
    Answer live = thandi.get(matter).expect(200);
    assertThat(live.at("/billing/status")).isEqualTo("APPROVED");
    assertThat(
            thandi
                .get(matter + "?asOfPosition=" + approved.header("Consistency-Token"))
                .expect(200)
                .text())
        .isEqualTo(live.text());

    change(matter, "close", "{}").expect(200);
    log(matter, "time-entries", time(6)).refused(409, "matter-closed");
    change(matter, "reopen", "{\"reason\": \"an appeal\"}").expect(200);
    log(matter, "time-entries", time(6)).expect(201);
    stage.as("pieter").get(matter + "/wip").refused(404, "not-found");
    assertThat(stage.as("pieter").get(matter + "/work-items").expect(200).json().at("/data"))
        .isEmpty();
  }

  private Answer log(String matter, String kind, String body) {
    return thandi.post(matter + "/" + kind, body);
  }

  private Answer change(String matter, String verb, String body) {
    return thandi.command(matter, verb, body);
  }

  private static String item(Answer logged) {
    return "work-items/" + logged.at("/itemId");
  }

  private static String time(int minutes) {
    return "{\"minutes\": " + minutes + ", \"description\": \"Consultation\"}";
  }

  private static String vat(String treatment) {
    return "{\"vatTreatment\": \"" + treatment + "\", \"reason\": \"no vendor\"}";
  }

  private static String terms() {
    return "{\"feeType\": \"HOURLY\", \"hourlyRate\": {\"amount\": 250000, \"currency\": \"ZAR\"},"
        + " \"estimate\": {\"amount\": 9000000, \"currency\": \"ZAR\"}, \"urgent\": false}";
  }

  private static String pendingForm() {
    return """
    {"matterType": "Opinion", "title": "The Ndlovu trust", "pending": true,
     "client": {"name": "Bheki Ndlovu", "email": "bheki@ndlovu.example"},
     "attorney": {"name": "Sipho Khumalo", "email": "sipho@khumalo.example", "address": "1 Fox Street"}}
    """;
  }
}
