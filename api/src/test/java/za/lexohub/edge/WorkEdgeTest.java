package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.lexohub.messages.matter.MatterCommands.AcceptBrief;
import za.lexohub.messages.matter.MatterCommands.SetMatterTerms;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.money.VatTreatment;
import za.lexohub.messages.work.WorkCommands.LogTime;

/** Work on a matter, as it comes over HTTP. */
class WorkEdgeTest extends EdgeTest {
  private static final String MATTER = "/api/v1/matters/" + UUID.randomUUID();
  private static final String ID = UUID.randomUUID().toString();

  @Test
  void whoLogsTimeNeedsNoVersionAndIsToldWhereItIs() {
    Reply reply =
        post(MATTER + "/time-entries")
            .as("lerato")
            .freshKey()
            .json("{\"minutes\": 90, \"description\": \"Consultation with Mrs Dlamini\"}")
            .send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    LogTime logged = (LogTime) gateway.only().getPayload();
    assertThat(logged.minutes()).isEqualTo(90);
    assertThat(logged.rate()).isNull();
    assertThat(logged.billable()).isTrue();
    assertThat(logged.vatTreatment()).isEqualTo(VatTreatment.STANDARD);
    assertThat(logged.date()).isEqualTo(logged.today());
    assertThat(logged.toString()).doesNotContain("Dlamini");
    assertThat(reply.json().path("itemId").asString()).isEqualTo(logged.workItemId().toString());
    assertThat(reply.header("Location")).isEqualTo(MATTER + "/work-items/" + logged.workItemId());
  }

  @ParameterizedTest(name = "{0} {1} is refused at {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "time-entries|{\"minutes\": 0, \"description\": \"x\"}|/minutes",
        "time-entries|{\"minutes\": 1441, \"description\": \"x\"}|/minutes",
        "time-entries|{\"minutes\": 1}|/description",
        "time-entries|{\"description\": \"x\"}|/minutes",
        "time-entries|{\"minutes\": 1, \"description\": \"x\", \"amount\": 5}|/amount",
        "services|{\"quantity\": 1, \"rate\": {\"amount\": 1, \"currency\": \"ZAR\"},"
            + " \"description\": \"x\"}|/category",
        "services|{\"category\": \"OTHER\", \"quantity\": 0, \"rate\": {\"amount\": 1,"
            + " \"currency\": \"ZAR\"}, \"description\": \"x\"}|/quantity",
        "disbursements|{\"type\": \"OTHER\", \"cost\": {\"amount\": 0, \"currency\": \"ZAR\"},"
            + " \"description\": \"x\"}|/cost/amount",
        "disbursements|{\"type\": \"OTHER\", \"cost\": {\"amount\": 1, \"currency\": \"ZAR\"},"
            + " \"markupBasisPoints\": 10001, \"description\": \"x\"}|/markupBasisPoints",
        "set-terms|{\"urgent\": true}|/feeType",
        "set-terms|{\"feeType\": \"HOURLY\", \"estimate\": {\"amount\": 0, \"currency\":"
            + " \"ZAR\"}}|/estimate/amount",
        "complete-conflict-check|{}|/cleared",
        "accept|{\"acceptedOn\": \"yesterday\"}|/acceptedOn"
      })
  void whatIsNoWorkIsRefusedByName(String path, String body, String pointer) {
    Reply reply =
        post(MATTER + "/" + path).as("thandi").freshKey().ifMatch("\"v1\"").json(body).send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.pointer()).as(reply.text()).isEqualTo(pointer);
    assertThat(gateway.commands).isEmpty();
  }

  @Test
  void aBriefIsTakenWithoutABody() {
    Reply reply = post(MATTER + "/accept").as("lerato").freshKey().ifMatch("\"v1\"").send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(gateway.only().getPayload())
        .isInstanceOfSatisfying(
            AcceptBrief.class,
            accept -> {
              assertThat(accept.vatExempt()).isFalse();
              assertThat(accept.courtCaseNumber()).isNull();
            });
  }

  @Test
  void termsReplaceAllThatWasAgreed() {
    Reply reply =
        post(MATTER + "/set-terms")
            .as("lerato")
            .freshKey()
            .ifMatch("\"v1\"")
            .json(
                "{\"feeType\": \"HOURLY\", \"hourlyRate\": {\"amount\": 250000, \"currency\":"
                    + " \"ZAR\"}, \"urgent\": true}")
            .send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    SetMatterTerms set = (SetMatterTerms) gateway.only().getPayload();
    assertThat(set.terms().hourlyRate()).isEqualTo(Money.cents(250_000));
    assertThat(set.terms().estimate()).isNull();
    assertThat(set.terms().urgent()).isTrue();
  }

  @Test
  void whatIsAmendedNeedsAVersion() {
    Reply reply =
        post(MATTER + "/work-items/" + ID + "/amend-time")
            .as("lerato")
            .freshKey()
            .json("{\"minutes\": 90, \"description\": \"x\"}")
            .send();

    assertThat(reply.status()).isEqualTo(428);
  }
}
