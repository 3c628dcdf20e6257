package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import za.lexohub.messages.MetadataKeys;
import za.lexohub.messages.NotFound;
import za.lexohub.messages.Rule;
import za.lexohub.messages.RuleViolated;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.VersionConflict;
import za.lexohub.messages.invoice.InvoiceCommands.RecordPayment;
import za.lexohub.messages.ledger.CommandOutcome;
import za.lexohub.messages.matter.MatterCommands.CloseMatter;
import za.lexohub.messages.matter.MatterCommands.OpenMatter;
import za.lexohub.messages.money.Money;
import za.lexohub.messages.proforma.ProFormaCommands.RequestProForma;
import za.lexohub.messages.serialization.EventSerializer;
import za.lexohub.messages.serialization.EventTypes;
import za.lexohub.messages.serialization.UnreadableEvent;

/** How a command becomes an answer, the first time and every time after. */
class CommandsTest extends EdgeTest {
  private static final String MATTERS = "/api/v1/matters";

  @Test
  void aCreationAnswersWithItsAddressVersionAndToken() {
    Reply reply = post(MATTERS).as("thandi").freshKey().json(MATTER).send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    String id = reply.json().path("id").asString();
    assertThat(reply.header("Location")).isEqualTo("/api/v1/matters/" + id);
    assertThat(reply.header("ETag")).isEqualTo("\"v1\"");
    assertThat(reply.header("Consistency-Token")).matches("\\d+");
    assertThat(reply.json().path("version").asInt()).isEqualTo(1);
    OpenMatter command = gateway.only(OpenMatter.class);
    assertThat(command.matterId()).hasToString(id);
    assertThat(command.tenant()).isEqualTo(new TenantId(THANDI));
  }

  @Test
  void metadataSaysWhoWhyAndFromWhichRequest() {
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    Reply reply =
        post(MATTERS)
            .as("thandi")
            .key("\"key-in-quotes\"")
            .header("X-Correlation-Id", "my-request-7")
            .header("X-Actor-Reason", "new brief")
            .header("traceparent", trace)
            .json(MATTER)
            .send();

    MetaData metadata = gateway.only().getMetaData();
    assertThat(reply.header("X-Correlation-Id")).isEqualTo("my-request-7");
    assertThat(metadata)
        .containsEntry(MetadataKeys.TENANT, THANDI)
        .containsEntry(MetadataKeys.ACTOR_TYPE, "ADVOCATE")
        .containsEntry(MetadataKeys.ACTOR_ID, THANDI)
        .containsEntry(MetadataKeys.REASON, "new brief")
        .containsEntry(MetadataKeys.CORRELATION_ID, "my-request-7")
        .containsEntry(MetadataKeys.TRACEPARENT, trace)
        .containsEntry(MetadataKeys.CLIENT_NETWORK, "127.0.0.0/24")
        .containsEntry(MetadataKeys.IDEMPOTENCY_KEY, "key-in-quotes")
        .containsKey(MetadataKeys.REQUEST_HASH);
  }

  @Test
  void personalDataIsSealedBeforeACommandIsBuilt() {
    post(MATTERS).as("thandi").freshKey().json(MATTER).send();

    assertThat(gateway.only(OpenMatter.class).client().details().ciphertext()).isEqualTo("sealed");
    assertThat(gateway.only().getPayload().toString()).doesNotContain("Dlamini");
  }

  @Test
  void aRepeatGetsTheFirstAnswerAndDispatchesNothing() {
    String key = UUID.randomUUID().toString();
    Reply first = post(MATTERS).as("thandi").key(key).json(MATTER).send();
    Reply again =
        post(MATTERS).as("thandi").key(key).json(MATTER.replace("\n", " ").strip()).send();

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Consistency-Token")).isEqualTo(first.header("Consistency-Token"));
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(gateway.commands).hasSize(1);
  }

  @Test
  void aRepeatedLinkIsTheSameLink() {
    String key = UUID.randomUUID().toString();
    String body =
        """
        {"kind": "LINK", "matterType": "Opinion", "title": "Dlamini",
         "client": {"name": "Nomvula Dlamini"}}
        """;
    Reply first = post("/api/v1/pro-formas").as("thandi").key(key).json(body).send();
    Reply again = post("/api/v1/pro-formas").as("thandi").key(key).json(body).send();

    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(first.json().path("link").path("token").asString()).hasSize(43);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(gateway.only(RequestProForma.class).tokenHash()).hasSize(64);
  }

  @Test
  void theSameKeyForAnotherBodyIsRefused() {
    String key = UUID.randomUUID().toString();
    post(MATTERS).as("thandi").key(key).json(MATTER).send();
    Reply other =
        post(MATTERS).as("thandi").key(key).json(MATTER.replace("Dlamini v", "Dube v")).send();

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency-key-reused");
    assertThat(gateway.commands).hasSize(1);
  }

  @Test
  void keysOfTwoTenantsDoNotMeet() {
    String key = UUID.randomUUID().toString();
    Reply thandi = post(MATTERS).as("thandi").key(key).json(MATTER).send();
    Reply pieter = post(MATTERS).as("pieter").key(key).json(MATTER).send();

    assertThat(pieter.status()).isEqualTo(201);
    assertThat(pieter.json().path("id")).isNotEqualTo(thandi.json().path("id"));
  }

  @Test
  void aRequestInFlightIsNotStartedTwice() throws Exception {
    String key = UUID.randomUUID().toString();
    CountDownLatch go = new CountDownLatch(1);
    gateway.held = go;
    CompletableFuture<Reply> first =
        CompletableFuture.supplyAsync(
            () -> post(MATTERS).as("thandi").key(key).json(MATTER).send());
    Awaitility.await().until(() -> gateway.commands.size() == 1);

    Reply second = post(MATTERS).as("thandi").key(key).json(MATTER).send();
    go.countDown();

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("request-in-flight");
    assertThat(second.header("Retry-After")).isEqualTo("1");
    assertThat(first.get().status()).isEqualTo(201);
    assertThat(gateway.commands).hasSize(1);
  }

  @Test
  void anotherNodeThatCommittedFirstIsAnsweredFor() {
    String key = UUID.randomUUID().toString();
    CountDownLatch go = new CountDownLatch(1);
    gateway.held = go;
    CompletableFuture<Reply> reply =
        CompletableFuture.supplyAsync(
            () -> post(MATTERS).as("thandi").key(key).json(MATTER).send());
    Awaitility.await().until(() -> gateway.commands.size() == 1);
    MetaData metadata = gateway.only().getMetaData();
    ledger.writtenElsewhere(
        new TenantId(THANDI),
        key,
        new CommandOutcome(
            String.valueOf(metadata.get(MetadataKeys.REQUEST_HASH)), "the-others", 1, 99));
    go.countDown();

    Reply answered = reply.join();
    assertThat(answered.status()).as(answered.text()).isEqualTo(201);
    assertThat(answered.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(answered.header("Consistency-Token")).isEqualTo("99");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatAFirstSuccessLeadsTo")
  void aRepeatThatItsOwnFirstAttemptRefusesGetsTheFirstAnswer(RuntimeException refusal) {
    String key = UUID.randomUUID().toString();
    String path = MATTERS + "/" + UUID.randomUUID() + "/close";
    CountDownLatch go = new CountDownLatch(1);
    gateway.held = go;
    gateway.refusal = refusal;
    CompletableFuture<Reply> reply =
        CompletableFuture.supplyAsync(
            () -> post(path).as("thandi").key(key).ifMatch("\"v4\"").send());
    Awaitility.await().until(() -> gateway.commands.size() == 1);
    MetaData metadata = gateway.only().getMetaData();
    ledger.writtenElsewhere(
        new TenantId(THANDI),
        key,
        new CommandOutcome(
            String.valueOf(metadata.get(MetadataKeys.REQUEST_HASH)), "the-matter", 5, 98));
    go.countDown();

    Reply answered = reply.join();
    assertThat(answered.status()).as(answered.text()).isEqualTo(200);
    assertThat(answered.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(answered.header("ETag")).isEqualTo("\"v5\"");
    assertThat(answered.header("Consistency-Token")).isEqualTo("98");
  }

  static Stream<RuntimeException> whatAFirstSuccessLeadsTo() {
    return Stream.of(
        new RuleViolated(Rule.MATTER_CLOSED, "the matter is closed"),
        new VersionConflict(4, 5),
        new NotFound("matter"),
        new AggregateNotFoundException("m", "none"),
        new ConcurrencyException("lost"));
  }

  @Test
  void aRefusalIsNotStored() {
    String key = UUID.randomUUID().toString();
    String id = UUID.randomUUID().toString();
    gateway.refusal = new RuleViolated(Rule.MATTER_CLOSED, "the matter is closed");
    Reply refused =
        post(MATTERS + "/" + id + "/close").as("thandi").key(key).ifMatch("\"v1\"").send();
    gateway.refusal = null;
    Reply accepted =
        post(MATTERS + "/" + id + "/close").as("thandi").key(key).ifMatch("\"v1\"").send();

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("matter-closed");
    assertThat(refused.isProblem()).isTrue();
    assertThat(accepted.status()).isEqualTo(200);
  }

  @Test
  void aSuccessWithoutEventsIsStoredToo() {
    String key = UUID.randomUUID().toString();
    String path = MATTERS + "/" + UUID.randomUUID() + "/resume";
    gateway.appends = false;
    Reply first = post(path).as("thandi").key(key).ifMatch("\"v3\"").send();
    Reply again = post(path).as("thandi").key(key).ifMatch("\"v3\"").send();

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(gateway.commands).hasSize(1);
  }

  @Test
  void keysAreRequiredAndHaveAShape() {
    Reply without = post(MATTERS).as("thandi").json(MATTER).send();
    Reply odd = post(MATTERS).as("thandi").key("no spaces please").json(MATTER).send();
    Reply tooShort = post(MATTERS).as("thandi").key("abc").json(MATTER).send();

    assertThat(without.status()).isEqualTo(400);
    assertThat(without.code()).isEqualTo("idempotency-key-missing");
    assertThat(odd.code()).isEqualTo("idempotency-key-invalid");
    assertThat(tooShort.code()).isEqualTo("idempotency-key-invalid");
    assertThat(gateway.commands).isEmpty();
  }

  @Test
  void aChangeNeedsTheVersionItWasDecidedOn() {
    String path = MATTERS + "/" + UUID.randomUUID() + "/close";
    Reply without = post(path).as("thandi").freshKey().send();
    assertThat(without.status()).isEqualTo(428);
    assertThat(without.code()).isEqualTo("precondition-required");
    for (String malformed :
        new String[] {"v1", "\"1\"", "W/\"v1\"", "*", "\"v1\", \"v2\"", "\"v0\""}) {
      Reply reply = post(path).as("thandi").freshKey().ifMatch(malformed).send();
      assertThat(reply.status()).as(malformed).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("invalid-header");
    }
    assertThat(gateway.commands).isEmpty();

    post(path).as("thandi").freshKey().ifMatch("\"v4\"").send();
    assertThat(gateway.only().getMetaData()).containsEntry(MetadataKeys.EXPECTED_VERSION, "4");
    assertThat(gateway.only().getPayload()).isInstanceOf(CloseMatter.class);
  }

  @Test
  void aStaleVersionAnswersWithThePresentOne() {
    gateway.refusal = new VersionConflict(4, 7);
    Reply reply =
        post(MATTERS + "/" + UUID.randomUUID() + "/close")
            .as("thandi")
            .freshKey()
            .ifMatch("\"v4\"")
            .send();

    assertThat(reply.status()).isEqualTo(412);
    assertThat(reply.code()).isEqualTo("version-conflict");
    assertThat(reply.header("ETag")).isEqualTo("\"v7\"");
  }

  @Test
  void whatIsNotTheTenantsIsNotFound() {
    gateway.refusal = new NotFound("matter");
    Reply reply =
        post(MATTERS + "/" + UUID.randomUUID() + "/close")
            .as("pieter")
            .freshKey()
            .ifMatch("\"v1\"")
            .send();

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.isProblem()).isTrue();
  }

  @Test
  void aPaymentWithoutIdIsNamedByItsKey() {
    String path = "/api/v1/invoices/" + UUID.randomUUID() + "/payments";
    Reply reply = post(path).as("thandi").freshKey().ifMatch("\"v5\"").json(PAYMENT).send();

    RecordPayment command = gateway.only(RecordPayment.class);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.json().path("paymentId").asString()).isEqualTo(command.paymentId().toString());
    assertThat(command.amount()).isEqualTo(Money.cents(1_500_000));
  }

  @Test
  void ourOwnFailuresTellNothingOfTheInside() {
    gateway.refusal = new IllegalStateException("select * from event_log of za.lexohub.Secret");
    Reply reply = post(MATTERS).as("thandi").freshKey().json(MATTER).send();

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.isProblem()).isTrue();
    assertThat(reply.text()).doesNotContain("event_log").doesNotContain("za.lexohub");
  }

  @Test
  void anAggregateThatAnotherReleaseHasWrittenToIsLeftToThatRelease() {
    EventSerializer serializer = new EventSerializer(new EventTypes());
    UnreadableEvent unreadable =
        catchThrowableOfType(
            UnreadableEvent.class,
            () -> serializer.classForType(new SimpleSerializedType("MatterTeleported", "1")));
    gateway.refusal = new CommandExecutionException("cannot load", unreadable);

    Reply reply =
        post(MATTERS + "/" + UUID.randomUUID() + "/close")
            .as("thandi")
            .freshKey()
            .ifMatch("\"v4\"")
            .send();

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.text()).contains("\"event-unreadable\"").doesNotContain("Teleported");
    assertThat(reply.header("Retry-After")).isNotEmpty();
  }

  @Test
  void aDatabaseThatIsAwayIsSaidToBeAway() {
    gateway.refusal =
        new IllegalStateException(new SQLException("terminating connection", "57P01"));
    Reply reply = post(MATTERS).as("thandi").freshKey().json(MATTER).send();

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Retry-After")).isNotEmpty();
    assertThat(reply.text()).doesNotContain("terminating");
  }
}
