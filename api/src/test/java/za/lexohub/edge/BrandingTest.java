package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.practice.AdvocateCommands.SetBranding;

/** The look of a practice's papers, as it is chosen. */
class BrandingTest extends EdgeTest {

  private Reply set(String body) {
    return post("/api/v1/practice/set-branding")
        .as("thandi")
        .freshKey()
        .ifMatch("\"v1\"")
        .json(body)
        .send();
  }

  private static String base64(String picture) {
    return Base64.getEncoder().encodeToString(picture.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aLogoIsKeptAndChosenByItsHash() {
    Reply reply = set("{\"colour\": \"#14532D\", \"logo\": \"" + base64("a picture") + "\"}");

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    SetBranding command = gateway.only(SetBranding.class);
    assertThat(command.logoSha256()).isEqualTo(KeptLogos.sha256("a picture"));
    assertThat(command.colour()).isEqualTo("#14532D");
  }

  @Test
  void aLogoThatIsKeptStaysByItsHash() {
    set("{\"logo\": \"" + base64("a picture") + "\"}");
    gateway.commands.clear();
    String hash = KeptLogos.sha256("a picture");

    assertThat(set("{\"logoSha256\": \"" + hash + "\"}").status()).isEqualTo(200);
    assertThat(gateway.only(SetBranding.class).logoSha256()).isEqualTo(hash);
  }

  @Test
  void nothingGivenTakesBothAway() {
    assertThat(set("{}").status()).isEqualTo(200);
    SetBranding command = gateway.only(SetBranding.class);
    assertThat(command.logoSha256()).isNull();
    assertThat(command.colour()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"logo\": \"bm8gcGljdHVyZQ==\"} | /logo",
        "{\"logo\": \"not base64\"} | /logo",
        "{\"logo\": \"abcde\"} | /logo",
        "{\"logoSha256\": \"0000000000000000000000000000000000000000000000000000000000000000\"}"
            + " | /logoSha256",
        "{\"logoSha256\": \"short\"} | /logoSha256",
        "{\"colour\": \"green\"} | /colour"
      })
  void whatCannotBeUsedIsRefusedWhereItStands(String body, String pointer) {
    Reply reply = set(body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    assertThat(gateway.commands).isEmpty();
  }

  @Test
  void aLogoAndTheHashOfOneAreNotGivenTogether() {
    String hash = KeptLogos.sha256("a picture");
    Reply reply = set("{\"logo\": \"AAAA\", \"logoSha256\": \"" + hash + "\"}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(gateway.commands).isEmpty();
  }

  @Test
  void aPaleColourAnswersWithItsCode() {
    gateway.refusal = new RuleViolated(Rule.COLOUR_TOO_PALE, "cannot be read");
    Reply reply = set("{\"colour\": \"#FFFF00\"}");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.code()).isEqualTo("colour-too-pale");
  }
}
