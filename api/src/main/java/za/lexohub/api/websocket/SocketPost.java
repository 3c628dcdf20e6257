package za.lexohub.api.websocket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.api.live.ChangeData;
import za.lexohub.readmodels.live.Change;
import za.lexohub.sessions.Connection;
import za.lexohub.sessions.ConnectionGateway;
import za.lexohub.sessions.ConnectionGateway.Delivery;
import za.lexohub.sessions.Connections;

/**
 * Hands texts to one connection, in order. One that takes nothing for three tries, or for the time
 * that a round has for it, is closed, and so is one whose session has ended. One that takes texts,
 * however slowly, stays. For any thread.
 */
final class SocketPost {

  private static final Logger LOG = LoggerFactory.getLogger(SocketPost.class);
  private static final int TRIES = 3;

  private final Connections connections;
  private final SocketSessions sessions;
  private final ConnectionGateway gateway;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * What a connection is told.
   *
   * @param position that it has come to with it
   */
  record Letter(String event, Object data, long position) {
    static Letter of(Change change) {
      return new Letter("change", ChangeData.of(change), change.position());
    }

    /** What comes from now on is after that position, in order and without a gap. */
    static Letter hello(long position) {
      return new Letter("hello", Map.of("position", position), position);
    }
  }

  /**
   * Why a connection is ended by us.
   *
   * @param position where its client goes on, once it has read anew what it shows; null where it
   *     resumes after what it has
   */
  @JsonInclude(Include.NON_NULL)
  record Reason(String reason, @Nullable Long position) {}

  private record Text(String event, Object data) {}

  /** What became of the letters to a connection. */
  enum Outcome {
    TOLD,
    /** The time of the round is over, and it took those that it was handed: it waits for more. */
    MORE,
    /** It has ended, and nothing is known of it any more. */
    FORGOTTEN,
    /** It lacks some and is still open, as far as anybody knows. */
    LACKING
  }

  SocketPost(
      Connections connections, SocketSessions sessions, ConnectionGateway gateway, Clock clock) {
    this.connections = connections;
    this.sessions = sessions;
    this.gateway = gateway;
    this.clock = clock;
  }

  /**
   * @param opening while it is being opened, the gateway says that it is gone
   * @param reached is told the position of each letter that was taken
   */
  Outcome tell(Connection to, List<Letter> letters, boolean opening, LongConsumer reached) {
    if (!sessions.letIn(to)) {
      if (!gateway.close(to.id())) {
        // It lacks nothing that it may have: the next change finds it again.
        return Outcome.TOLD;
      }
      forget(to);
      return Outcome.FORGOTTEN;
    }
    Instant end = clock.instant().plus(FanOut.TIME_PER_ROUND);
    boolean taking = false;
    for (Letter letter : letters) {
      // However late it is, one is tried.
      if (taking && !isBefore(end)) {
        return Outcome.MORE;
      }
      Delivery delivery = patiently(to.id(), text(letter.event(), letter.data()), end);
      if (delivery == Delivery.GONE && opening) {
        return Outcome.LACKING;
      }
      if (delivery == Delivery.LATER && taking && !isBefore(end)) {
        // It may have lacked the time for all its tries: the next round begins with them.
        return Outcome.MORE;
      }
      if (delivery != Delivery.DELIVERED) {
        return ended(to, delivery, end);
      }
      taking = true;
      reached.accept(letter.position());
    }
    return Outcome.TOLD;
  }

  /** Says why, and closes it; false when it is still open, as far as anybody knows. */
  boolean bye(Connection to, Reason why) {
    // API Gateway tells no reason when it closes.
    gateway.post(to.id(), text("bye", why));
    if (!gateway.close(to.id())) {
      return false;
    }
    forget(to);
    return true;
  }

  private Delivery patiently(String connection, String text, Instant end) {
    Delivery delivery = gateway.post(connection, text);
    for (int tries = 1; delivery == Delivery.LATER && tries < TRIES && isBefore(end); tries++) {
      try {
        Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(50, 200) * tries));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return delivery;
      }
      delivery = gateway.post(connection, text);
    }
    return delivery;
  }

  private boolean isBefore(Instant end) {
    return clock.instant().isBefore(end);
  }

  private Outcome ended(Connection connection, Delivery delivery, Instant end) {
    boolean gone = delivery == Delivery.GONE;
    if (!gone && !isBefore(end)) {
      gone = bye(connection, new Reason("slow-consumer", null));
    } else if (!gone) {
      gone = gateway.close(connection.id());
    }
    if (!gone) {
      return Outcome.LACKING;
    }
    forget(connection);
    return Outcome.FORGOTTEN;
  }

  private void forget(Connection connection) {
    try {
      connections.close(connection.id());
    } catch (RuntimeException away) {
      LOG.debug("connection {} stays in the table until it expires", connection.id());
    }
  }

  private String text(String event, Object data) {
    return json.writeValueAsString(new Text(event, data));
  }
}
