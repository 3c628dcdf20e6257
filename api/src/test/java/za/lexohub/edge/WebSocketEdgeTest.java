package za.lexohub.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import za.lexohub.api.websocket.EndedSessions;
import za.lexohub.api.websocket.KnownConnections;
import za.lexohub.readmodels.live.Change;
import za.lexohub.readmodels.live.RecordedChanges;
import za.lexohub.sessions.Connection;
import za.lexohub.sessions.ConnectionGateway;
import za.lexohub.sessions.SessionKey;

/** What API Gateway puts to the edge for its WebSockets, and what nobody else may. */
@TestPropertySource(
    properties = {
      "lexohub.websocket.endpoint=http://localhost:1/live",
      "lexohub.websocket.secret=only-the-gateway-knows"
    })
@Import(WebSocketEdgeTest.Doubles.class)
class WebSocketEdgeTest extends EdgeTest {
  private static final String ID = "Iabc_D-efg=";

  @Autowired KnownConnections connections;
  @Autowired EndedSessions sessions;

  @TestConfiguration(proxyBeanMethods = false)
  static class Doubles {
    @Bean
    KnownConnections connections() {
      return new KnownConnections();
    }

    @Bean
    EndedSessions sessions() {
      return new EndedSessions();
    }

    @Bean
    @Primary
    RecordedChanges changesUpTo41() {
      return new RecordedChanges() {
        @Override
        public long head() {
          return 41;
        }

        @Override
        public List<Change> after(long position, int limit) {
          return List.of();
        }

        @Override
        public List<Change> of(String tenant, long after, long through, int limit) {
          return List.of();
        }
      };
    }

    @Bean
    ConnectionGateway connectionGateway() {
      return new ConnectionGateway() {
        @Override
        public Delivery post(String connectionId, String text) {
          return Delivery.DELIVERED;
        }

        @Override
        public boolean close(String connectionId) {
          return true;
        }
      };
    }
  }

  @BeforeEach
  void nobodyListens() {
    connections.open.clear();
    connections.notes.clear();
  }

  @Test
  void aWebSocketIsLetInWithATokenForAsLongAsTheTokenLasts() {
    Reply reply = gateway("connect").as("thandi").send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("{}");
    Connection open = connections.open.get(ID);
    assertThat(open.tenantId()).isEqualTo(THANDI);
    assertThat(open.types()).isEmpty();
    assertThat(open.expiresAt()).isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(2)));
    assertThat(connections.notes)
        .as("what happens while it is being opened is told, too")
        .singleElement()
        .matches(note -> note.connectionId().equals(ID) && note.after() == 41);
  }

  @Test
  void withoutATokenNobodyIsLetIn() {
    assertThat(gateway("connect").send().status()).isEqualTo(401);
    assertThat(gateway("connect").as("naledi").send().status()).isEqualTo(403);
    assertThat(connections.open).isEmpty();
    assertThat(connections.notes).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"connect", "disconnect", "message"})
  void onlyApiGatewaySpeaksForAConnection(String what) {
    open();
    for (String secret : new String[] {"", "only-the-gateway-know", "only-the-gateway-knows!"}) {
      Reply reply =
          post("/api/v1/websocket/" + what)
              .as("thandi")
              .header("x-connection-id", ID)
              .header("x-lexohub-websocket", secret)
              .json("{\"action\":\"subscribe\",\"types\":[]}")
              .send();
      assertThat(reply.status()).as(reply.text()).isEqualTo(403);
      assertThat(reply.text()).doesNotContain("only-the-gateway-knows");
    }
    assertThat(connections.open.get(ID).types()).containsExactly("InvoicePaid");
  }

  @Test
  void aClientChoosesWhatItIsTold() {
    open();
    Reply reply =
        gateway("message")
            .json("{\"action\":\"subscribe\",\"types\":[\"InvoiceSent\",\"MatterOpened\"]}")
            .send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(connections.open.get(ID).types())
        .containsExactlyInAnyOrder("InvoiceSent", "MatterOpened");
    assertThat(connections.open.get(ID).tenantId()).isEqualTo(THANDI);
  }

  @Test
  void aClientThatComesBackSaysWhereItWas() {
    open();
    for (long after : new long[] {7, 0, 41}) {
      connections.notes.clear();
      Reply reply =
          gateway("message").json("{\"action\":\"resume\",\"after\":" + after + "}").send();

      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      assertThat(reply.text()).isEqualTo("{}");
      assertThat(connections.notes)
          .singleElement()
          .matches(note -> note.connectionId().equals(ID) && note.after() == after);
    }
    assertThat(connections.open.get(ID).types()).containsExactly("InvoicePaid");
  }

  @Test
  void whoseSessionHasEndedChoosesNothingAndIsClosed() {
    connections.open(
        new Connection(ID, THANDI, "thandi", "stolen", Set.of(), Instant.now().plusSeconds(60)));
    sessions.ended.add(new SessionKey("thandi", "stolen"));

    Reply reply = gateway("message").json("{\"action\":\"subscribe\"}").send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo("session-ended");
    assertThat(connections.open).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "{}",
        "{\"action\":\"resume\"}",
        "{\"action\":\"resume\",\"after\":42}",
        "{\"action\":\"resume\",\"after\":-1}",
        "{\"action\":\"resume\",\"after\":1.5}",
        "{\"action\":\"resume\",\"after\":\"7\"}",
        "{\"action\":\"resume\",\"after\":99999999999999999999}",
        "{\"action\":\"leave\"}",
        "{\"action\":\"subscribe\",\"types\":[\"Weather\"]}",
        "{\"action\":\"subscribe\",\"types\":[7]}"
      })
  void aMessageThatCannotBeUnderstoodIsRefusedAndChangesNothing(String body) {
    open();
    Reply reply = gateway("message").json(body).send();

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.isProblem()).isTrue();
    assertThat(connections.open.get(ID).types()).containsExactly("InvoicePaid");
    assertThat(connections.notes).isEmpty();
  }

  @Test
  void aConnectionThatIsNotThereHearsNothing() {
    assertThat(gateway("message").json("{\"action\":\"subscribe\"}").send().status())
        .isEqualTo(404);
    assertThat(gateway("message").json("{\"action\":\"resume\",\"after\":7}").send().status())
        .isEqualTo(404);
    assertThat(connections.notes).isEmpty();
    assertThat(gateway("message").header("x-connection-id", "a b").json("{}").send().code())
        .isEqualTo("invalid-header");
  }

  @Test
  void anEndedConnectionIsForgottenAndMayEndAgain() {
    open();
    assertThat(gateway("disconnect").send().status()).isEqualTo(200);
    assertThat(gateway("disconnect").send().status()).isEqualTo(200);
    assertThat(connections.open).isEmpty();
  }

  private void open() {
    connections.open(
        new Connection(
            ID, THANDI, "thandi", null, Set.of("InvoicePaid"), Instant.now().plusSeconds(60)));
  }

  private Request gateway(String what) {
    return post("/api/v1/websocket/" + what)
        .header("x-connection-id", ID)
        .header("x-lexohub-websocket", "only-the-gateway-knows");
  }
}
