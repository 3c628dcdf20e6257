package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How proofs are handed out and refused. */
class AuditProofsTest extends EdgeTest {
  private static final String AUDIT = "/api/v1/audit";
  private static final String CONSISTENCY = AUDIT + "/consistency";

  @Test
  void aProofIsAPlainTextFile() {
    Reply reply = get(AUDIT + "/events/" + KnownProofs.SEALED + "/proof").as("auditor").send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(reply.header("Content-Disposition")).contains(".tlog-proof");
    assertThat(reply.text()).startsWith("c2sp.org/tlog-proof@v1\nindex 4\n");
  }

  @Test
  void anEventThatIsNotTheTenantsOrIsNoneIsNotFound() {
    for (String id : List.of(UUID.randomUUID().toString(), "no-uuid")) {
      Reply reply = get(AUDIT + "/events/" + id + "/proof").as("auditor").send();
      assertThat(reply.status()).as(reply.text()).isEqualTo(404);
      assertThat(reply.isProblem()).isTrue();
    }
  }

  @Test
  void whatIsNotSealedYetOrCannotBeReadIsAskedAgain() {
    Reply fresh = get(AUDIT + "/events/" + KnownProofs.FRESH + "/proof").as("auditor").send();
    assertThat(fresh.status()).isEqualTo(503);
    assertThat(fresh.code()).isEqualTo("not-yet-sealed");
    assertThat(fresh.header("Retry-After")).isEqualTo("5");
    assertThat(fresh.isProblem()).isTrue();

    Reply ahead = get(CONSISTENCY + "?from=1&to=71").as("auditor").send();
    assertThat(ahead.code()).isEqualTo("not-yet-sealed");

    Reply away = get(AUDIT + "/events/" + KnownProofs.STORE_AWAY + "/proof").as("auditor").send();
    assertThat(away.status()).isEqualTo(503);
    assertThat(away.code()).isEqualTo("unavailable");
    assertThat(away.text()).doesNotContain("10.0.0.9");
  }

  @Test
  void checkpointsComeInPagesNewestFirst() {
    Reply reply = get(AUDIT + "/checkpoints?limit=4").as("auditor").send();
    JsonNode first = reply.json();
    assertThat(reply.header("Link"))
        .contains("/checkpoints?limit=4&after=" + first.path("nextCursor").asString() + ">");
    assertThat(first.path("data").findValuesAsString("size"))
        .containsExactly("70", "60", "50", "40");
    assertThat(first.at("/data/0/rootHash").asString()).isEqualTo("cm9vdA==");
    assertThat(first.at("/data/0/sealedAt").asString()).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(first.at("/data/0/note").asString()).isEqualTo("note\n");

    JsonNode second =
        get(AUDIT + "/checkpoints?limit=4&after=" + first.path("nextCursor").asString())
            .as("auditor")
            .send()
            .json();
    assertThat(second.path("data").findValuesAsString("size")).containsExactly("30", "20", "10");
    assertThat(second.path("nextCursor").isNull()).isTrue();
  }

  @Test
  void aCursorOfAnotherMakingIsRefused() {
    Reply reply = get(AUDIT + "/checkpoints?after=abc").as("auditor").send();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("invalid-cursor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?from=1",
        "?to=1",
        "?from=0&to=1",
        "?from=-1&to=1",
        "?from=2&to=1",
        "?from=1&to=many",
        "?from=1&to=1.5",
        "?from=1&to=9999999999999999999",
        "?from=1&to=5&size=3"
      })
  void aRangeThatIsNoneIsRefused(String range) {
    Reply reply = get(CONSISTENCY + range).as("auditor").send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("invalid-parameter");
    assertThat(reply.pointer()).isNotEqualTo("none");
  }

  @Test
  void consistencyAndKeysAreJson() {
    JsonNode proof = get(CONSISTENCY + "?from=10&to=70").as("auditor").send().json();
    assertThat(proof.path("from").asLong()).isEqualTo(10);
    assertThat(proof.path("toRoot").asString()).isEqualTo("Yg==");
    assertThat(proof.at("/hashes/0").asString()).isEqualTo("Yw==");
    assertThat(proof.path("checkpoint").asString()).isEqualTo("note\n");

    JsonNode keys = get(AUDIT + "/key").as("auditor").send().json();
    assertThat(keys.path("origin").asString()).isEqualTo("lexohub.localhost/log");
    assertThat(keys.path("verifierKey").asString())
        .isEqualTo("lexohub.localhost/log+c74f20a3+ARpc");
    assertThat(keys.at("/keys/0/through").asLong()).isEqualTo(20);
    assertThat(keys.at("/keys/1/verifierKey")).isEqualTo(keys.path("verifierKey"));
    assertThat(keys.at("/keys/1/from").asLong()).isEqualTo(21);
    assertThat(keys.at("/keys/1/through").isNull()).isTrue();
    assertThat(keys.at("/keys/1/change").asString()).startsWith("lexohub-key-change v1");
    assertThat(keys.path("list").asString()).contains("ARpa 1-20\n", "ARpc 21-\n");
    assertThat(keys.path("packVerifierKey").asString()).startsWith("lexohub.localhost/log/pack+");
  }

  @Test
  void onlyAuditorsAudit() {
    for (String user : List.of("thandi", "analyst", "operator")) {
      for (String path : List.of("/checkpoints", "/key", "/consistency?from=1&to=2")) {
        assertThat(get(AUDIT + path).as(user).send().status()).as(user + path).isEqualTo(403);
      }
    }
    assertThat(get(AUDIT + "/key").send().status()).isEqualTo(401);
  }
}
