package za.lexohub.sessions.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import za.lexohub.sessions.ConnectionGateway.Delivery;

class AwsConnectionGatewayTest {

  private static final String CONNECTION = "Iabc_D-efg=";

  private final ManagementApiStub api = new ManagementApiStub("secret");
  private final AwsConnectionGateway gateway = gateway(api.endpoint(), "secret");

  AwsConnectionGatewayTest() throws IOException {}

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void aTextIsPostedToItsConnectionUnderTheSignatureOfAws() {
    assertThat(gateway.post(CONNECTION, "{\"event\":\"change\"}")).isEqualTo(Delivery.DELIVERED);
    assertThat(gateway.close(CONNECTION)).isTrue();

    assertThat(api.taken)
        .containsExactly(
            "POST /live/@connections/Iabc_D-efg= {\"event\":\"change\"}",
            "DELETE /live/@connections/Iabc_D-efg= ");
  }

  @ParameterizedTest
  @CsvSource({"200, DELIVERED", "410, GONE", "429, LATER", "500, LATER", "403, LATER"})
  void whatBecameOfATextIsToldByTheAnswer(int status, Delivery delivery) {
    api.status = status;

    assertThat(gateway.post(CONNECTION, "text")).isEqualTo(delivery);
  }

  @ParameterizedTest
  @CsvSource({"204, true", "410, true", "429, false", "500, false", "403, false"})
  void aConnectionHasEndedOnlyWhenTheAnswerSaysSo(int status, boolean ended) {
    api.status = status;

    assertThat(gateway.close(CONNECTION)).isEqualTo(ended);
  }

  @Test
  void anotherSecretIsRefused() {
    assertThat(gateway(api.endpoint(), "guessed").post(CONNECTION, "text"))
        .isEqualTo(Delivery.LATER);
    assertThat(api.taken).isEmpty();
  }

  @Test
  void aGatewayThatIsAwayThrowsNothing() {
    AwsConnectionGateway away = gateway(URI.create("http://127.0.0.1:1/live"), "secret");

    assertThat(away.post(CONNECTION, "text")).isEqualTo(Delivery.LATER);
    assertThat(away.close(CONNECTION)).isFalse();
  }

  private static AwsConnectionGateway gateway(URI endpoint, String secret) {
    return new AwsConnectionGateway(
        endpoint,
        "af-south-1",
        StaticCredentialsProvider.create(AwsBasicCredentials.create("key", secret)),
        Clock.systemUTC());
  }
}
