package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import za.lexohub.api.problem.ProblemCode;
import za.lexohub.api.problem.Refusal;
import za.lexohub.api.publiclink.PublicDoor;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.document.Documents;
import za.lexohub.messages.proforma.Channel;
import za.lexohub.messages.proforma.LinkPurpose;
import za.lexohub.messages.proforma.ProFormaCommands.AcceptProForma;
import za.lexohub.messages.proforma.ProFormaCommands.SubmitProFormaRequest;
import za.lexohub.messages.proforma.PublicTokens;
import za.lexohub.query.Consistency;
import za.lexohub.readmodels.publiclink.PublicLink;

/** The attorney's side, without a login. */
class PublicLinksTest extends EdgeTest {
  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";
  private static final String PATH = "/api/v1/public/pro-formas/" + TOKEN;
  private static final String FORM =
      """
      {"client": {"name": "Nomvula Dlamini"},
       "attorney": {"name": "Sipho Khumalo", "email": "sipho@khumalo.example",
                    "address": "1 Fox Street, Johannesburg"},
       "matterType": "Opinion", "title": "Dlamini", "description": "An opinion is needed."}
      """;

  @Autowired PublicDoor door;

  @Test
  void aFormIsSubmittedOnTheTenantsBooksByThePublic() {
    UUID proForma = known("SUBMIT", "LIVE");
    Reply reply = post(PATH + "/submit").freshKey().json(FORM).send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    SubmitProFormaRequest command = gateway.only(SubmitProFormaRequest.class);
    assertThat(command.proFormaId().value()).isEqualTo(proForma);
    assertThat(command.tenant()).hasToString(THANDI);
    assertThat(command.tokenHash()).isEqualTo(PublicTokens.hash(TOKEN));
    assertThat(gateway.only().getMetaData()).containsEntry(MetadataKeys.ACTOR_TYPE, "PUBLIC_TOKEN");
  }

  @Test
  void aRepeatGetsTheFirstAnswerThoughTheLinkIsUsed() {
    known("SUBMIT", "LIVE");
    String key = UUID.randomUUID().toString();
    Reply first = post(PATH + "/submit").key(key).json(FORM).send();
    links.byHash.replaceAll(
        (hash, link) ->
            new PublicLink(
                link.tenant(), link.subjectId(), link.purpose(), 1, "USED", link.expiresAt()));
    gateway.refusal = new RuleViolated(Rule.LINK_INVALID, "used");
    Reply again = post(PATH + "/submit").key(key).json(FORM).send();
    Reply other = post(PATH + "/submit").freshKey().json(FORM).send();

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(other.status()).isEqualTo(404);
  }

  @Test
  void unknownUsedAndMisusedLinksAnswerAlike() {
    Reply unknown = post(PATH + "/submit").freshKey().json(FORM).send();
    known("RESPOND", "LIVE");
    Reply misused = post(PATH + "/submit").freshKey().json(FORM).send();
    known("SUBMIT", "USED");
    gateway.refusal = new RuleViolated(Rule.LINK_INVALID, "it was used on Tuesday");
    Reply used = post(PATH + "/submit").freshKey().json(FORM).send();
    Reply looked = get(PATH).send();

    for (Reply reply : new Reply[] {unknown, misused, used, looked}) {
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.code()).isEqualTo("link-invalid");
      assertThat(reply.json().path("detail")).isEqualTo(unknown.json().path("detail"));
      assertThat(reply.json().path("title")).isEqualTo(unknown.json().path("title"));
    }
  }

  @Test
  void aPaperThatWasErasedAnswersAsALinkThatNeverWas() {
    known("VIEW_INVOICE", "LIVE");
    assertThatThrownBy(
            () ->
                door.look(
                    TOKEN,
                    Set.of(LinkPurpose.VIEW_INVOICE),
                    Consistency.NONE,
                    (link, hash) -> {
                      throw new Documents.DocumentErased("its key");
                    }))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.LINK_INVALID));
  }

  @Test
  void anExpiredLinkShowsNothing() {
    links.byHash.put(
        PublicTokens.hash(TOKEN),
        new PublicLink(
            THANDI, UUID.randomUUID(), "RESPOND", 1, "LIVE", Instant.now().minusSeconds(1)));

    assertThat(get(PATH).send().code()).isEqualTo("link-invalid");
  }

  @Test
  void anAttorneyAcceptsByLink() {
    known("RESPOND", "LIVE");
    Reply reply = post(PATH + "/accept").freshKey().send();

    AcceptProForma command = gateway.only(AcceptProForma.class);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(command.answer().channel()).isEqualTo(Channel.PUBLIC_LINK);
    assertThat(command.answer().tokenHash()).isEqualTo(PublicTokens.hash(TOKEN));
  }

  @Test
  void aStrangersKeyDoesNotMeetTheAdvocatesOwn() {
    String key = UUID.randomUUID().toString();
    post("/api/v1/matters").as("thandi").key(key).json(MATTER).send();
    known("RESPOND", "LIVE");
    Reply reply = post(PATH + "/accept").key(key).send();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Idempotency-Replayed")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/public/pro-formas/" + TOKEN,
        "/api/v1/public/agreements/" + TOKEN,
        "/api/v1/public/invoices/" + TOKEN
      })
  void aConsistencyTokenFromNowhereIsTheCallersMistake(String path) {
    Reply unheardOf = get(path).header("Consistency-Token", "999999999999").send();
    Reply late = get(path).header("Consistency-Token", "42").header("Prefer", "wait=0").send();

    assertThat(unheardOf.status()).as(unheardOf.text()).isEqualTo(400);
    assertThat(unheardOf.code()).isEqualTo("invalid-header");
    assertThat(unheardOf.isProblem()).isTrue();
    assertThat(late.status()).as(late.text()).isEqualTo(503);
    assertThat(late.code()).isEqualTo("not-yet-applied");
    assertThat(late.header("Retry-After")).isEqualTo("1");
    assertThat(late.header("Projection-Position")).isEqualTo("41");
  }

  private UUID known(String purpose, String state) {
    UUID proForma = UUID.randomUUID();
    links.byHash.put(
        PublicTokens.hash(TOKEN),
        new PublicLink(THANDI, proForma, purpose, 1, state, Instant.now().plusSeconds(600)));
    return proForma;
  }
}
