package za.lexohub.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.audit.VatLimits;
import za.lexohub.messages.money.Money;
import za.lexohub.readmodels.report.VatSupplies;

class VatStandingTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final VatSupplies SUPPLIED =
      new VatSupplies(
          LocalDate.of(2025, 11, 23),
          LocalDate.of(2026, 11, 22),
          za.lexohub.readmodels.money.Money.cents(200_000_000));

  private static JsonNode shown(VatLimits.Standing standing) {
    return JSON.readTree(JSON.writeValueAsString(VatStanding.of(SUPPLIED, standing)));
  }

  @Test
  void suppliesAreShownBesideWhatTheLawSays() {
    JsonNode shown =
        shown(
            new VatLimits.Standing(
                true,
                new VatLimits.Limits(
                    Money.cents(230_000_000),
                    Money.cents(12_000_000),
                    Money.cents(250_000_000),
                    "the Act",
                    VatLimits.State.NEAR)));

    assertThat(shown)
        .isEqualTo(
            JSON.readTree(
                """
                {"on": "2026-11-22", "from": "2025-11-23",
                 "supplies": {"amount": 200000000, "currency": "ZAR"},
                 "compulsoryAbove": {"amount": 230000000, "currency": "ZAR"},
                 "voluntaryFrom": {"amount": 12000000, "currency": "ZAR"},
                 "paymentsBasisBelow": {"amount": 250000000, "currency": "ZAR"},
                 "source": "the Act", "registered": true, "state": "NEAR"}
                """));
  }

  @Test
  void beforeTheTableThereAreSuppliesAndNoThresholds() {
    JsonNode shown = shown(new VatLimits.Standing(false, null));

    assertThat(shown.at("/supplies/amount").asLong()).isEqualTo(200_000_000);
    assertThat(shown.path("registered").asBoolean()).isFalse();
    for (String absent :
        new String[] {
          "compulsoryAbove", "voluntaryFrom", "paymentsBasisBelow", "source", "state"
        }) {
      assertThat(shown.path(absent).isNull()).as(absent).isTrue();
    }
  }
}
