package za.lexohub.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

/** Five wrong secrets lock a name, as long as Redis is away on this node alone. */
// The names that are locked here are free again for the next class.
@DirtiesContext
class LockOutTest extends EdgeTest {

  @Test
  void theSixthTryIsRefusedAlsoWithTheRightSecret() {
    for (int failure = 0; failure < 5; failure++) {
      assertThat(login("pieter", "guess-" + failure).status()).isEqualTo(401);
    }

    Reply right = login("pieter", "pieter");

    assertThat(right.status()).isEqualTo(429);
    assertThat(right.isProblem()).isTrue();
    assertThat(right.code()).isEqualTo("too-many-requests");
    assertThat(Long.parseLong(right.header("Retry-After"))).isBetween(1_700L, 1_800L);
    assertThat(login("lerato", "lerato").status()).as("somebody else").isEqualTo(200);
  }

  @Test
  void aNameThatNobodyHasIsLockedTheSameWay() {
    for (int failure = 0; failure < 5; failure++) {
      assertThat(login("nobody", "guess").status()).isEqualTo(401);
    }

    assertThat(login("nobody", "guess").status()).isEqualTo(429);
    assertThat(inTheBody("nobody", "guess").status()).as("said another way").isEqualTo(429);
  }

  @Test
  void theRightSecretForgetsWhatWentWrongBefore() {
    for (int round = 0; round < 3; round++) {
      for (int failure = 0; failure < 4; failure++) {
        assertThat(inTheBody("analyst", "guess").status()).isEqualTo(401);
      }
      assertThat(login("analyst", "analyst").status()).isEqualTo(200);
    }
  }

  @Test
  void whatNamesNobodyIsCountedForNobody() {
    for (int failure = 0; failure < 7; failure++) {
      assertThat(
              post("/oauth2/token")
                  .header("Authorization", "Basic !")
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .bytes("grant_type=client_credentials".getBytes(UTF_8))
                  .send()
                  .status())
          .isIn(400, 401);
    }
  }

  private Reply login(String name, String secret) {
    return post("/oauth2/token")
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(UTF_8)))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .bytes("grant_type=client_credentials".getBytes(UTF_8))
        .send();
  }

  private Reply inTheBody(String name, String secret) {
    return post("/oauth2/token")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .bytes(
            ("grant_type=client_credentials&client_id=" + name + "&client_secret=" + secret)
                .getBytes(UTF_8))
        .send();
  }
}
