package za.lexohub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The auditor gets proofs and believes nobody: what they show is computed here once more. */
class SealIT {

  private final Stage stage = Stage.shared();
  private final Caller thandi = stage.as("thandi");
  private final Caller auditor = stage.as("auditor");
  private final Story story = new Story(thandi, stage.attorney());

  @Test
  void anInvoicesFirstEventIsProvedAndTheLogOnlyEverGrows() throws GeneralSecurityException {
    String key = auditor.get("/api/v1/audit/key").expect(200).at("/verifierKey");
    String proForma = story.sent(2_500_000, 250_000);
    long earlier = sealed(proForma);
    String invoice = accepted(proForma);
    sealed(invoice);

    String eventId = event(invoice, "event_id::text");
    String proof = auditor.get(proofOf(eventId)).expect(200).text();
    String[] halves = proof.split("\n\n", 2);
    List<String> lines = halves[0].lines().toList();
    List<String> checkpoint = Spec.verified(halves[1], key);
    long index = Long.parseLong(lines.get(1).substring("index ".length()));
    assertThat(lines.get(0)).isEqualTo("c2sp.org/tlog-proof@v1");
    assertThat(index + 1).isEqualTo(Long.parseLong(event(invoice, "position::text")));
    assertThat(checkpoint.get(0)).isEqualTo("lexohub.localhost/log");
    long size = Long.parseLong(checkpoint.get(1));
    byte[] leaf = HexFormat.of().parseHex(event(invoice, "encode(leaf_hash, 'hex')"));
    List<String> path = lines.subList(2, lines.size());
    assertThat(Spec.root(index, size, leaf, path)).isEqualTo(checkpoint.get(2));
    leaf[0] ^= 1;
    assertThat(Spec.root(index, size, leaf, path)).isNotEqualTo(checkpoint.get(2));

    JsonNode grown =
        auditor.get("/api/v1/audit/consistency?from=" + earlier + "&to=" + size).expect(200).json();
    assertThat(grown.path("toRoot").asString()).isEqualTo(checkpoint.get(2));
    assertThat(grown.path("fromRoot").asString()).isEqualTo(rootOf(earlier, key));
    assertThat(
            Spec.isConsistent(
                earlier,
                size,
                grown.path("fromRoot").asString(),
                grown.path("toRoot").asString(),
                grown.path("hashes").valueStream().map(JsonNode::asString).toList()))
        .isTrue();
  }

  @Test
  void anotherTenantsAuditorFindsNothing() {
    String proForma = story.link().id();
    sealed(proForma);
    String path = proofOf(event(proForma, "event_id::text"));
    String pieter = "7a1d0c5e-0002-4000-8000-000000000002";
    Caller other = Caller.with(new Tokens(stage).of(pieter, "auditor"), stage.base());

    auditor.get(path).expect(200);
    other.get(path).refused(404, "not-found");
    other.get("/api/v1/audit/checkpoints?limit=1").expect(200);
    thandi.get(path).refused(403, "forbidden");
  }

  private String accepted(String proForma) {
    thandi.command(Story.proForma(proForma), "accept", "{}").expect(200);
    story.converted(proForma);
    return story.invoiceOf(proForma);
  }

  /** Waits for the aggregate's first event; until then the answer says that it will come. */
  private long sealed(String aggregate) {
    String path = proofOf(event(aggregate, "event_id::text"));
    await()
        .atMost(Story.PATIENCE)
        .until(
            () -> {
              Answer answer = auditor.get(path);
              if (answer.status() != 200) {
                answer.refused(503, "not-yet-sealed");
                assertThat(answer.asksToComeAgain()).isTrue();
                return false;
              }
              return true;
            });
    return auditor.get("/api/v1/audit/checkpoints?limit=1").expect(200).number("/data/0/size");
  }

  private String rootOf(long size, String key) throws GeneralSecurityException {
    for (JsonNode each : auditor.get("/api/v1/audit/checkpoints").expect(200).json().path("data")) {
      if (each.path("size").asLong() == size) {
        return Spec.verified(each.path("note").asString(), key).get(2);
      }
    }
    throw new AssertionError("no checkpoint of " + size);
  }

  private static String proofOf(String eventId) {
    return "/api/v1/audit/events/" + eventId + "/proof";
  }

  private static String event(String aggregate, String column) {
    return Sql.column(
            "select " + column + " from event_log where aggregate_id = ? and sequence = 0",
            aggregate)
        .getFirst();
  }
}
