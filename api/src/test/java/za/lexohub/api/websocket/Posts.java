package za.lexohub.api.websocket;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import za.lexohub.sessions.ConnectionGateway;

/** Texts as a gateway would take them, or not. */
final class Posts implements ConnectionGateway {
  final Map<String, Delivery> answers = new ConcurrentHashMap<>();
  final Map<String, Integer> tries = new ConcurrentHashMap<>();
  final List<String> closed = new CopyOnWriteArrayList<>();
  volatile boolean closesNothing;

  /** Every text to it takes a part of the time that a round has for it. */
  volatile @Nullable String slow;

  volatile Duration takes = FanOut.TIME_PER_ROUND.dividedBy(4);

  private final MovingClock clock;
  private final Map<String, List<String>> taken = new ConcurrentHashMap<>();

  Posts(MovingClock clock) {
    this.clock = clock;
  }

  @Override
  public Delivery post(String connectionId, String text) {
    tries.merge(connectionId, 1, Integer::sum);
    if (connectionId.equals(slow)) {
      clock.passes(takes);
    }
    Delivery answer = answers.getOrDefault(connectionId, Delivery.DELIVERED);
    if (answer == Delivery.DELIVERED) {
      taken.computeIfAbsent(connectionId, any -> new CopyOnWriteArrayList<>()).add(text);
    }
    return answer;
  }

  @Override
  public boolean close(String connectionId) {
    if (closesNothing) {
      return false;
    }
    closed.add(connectionId);
    return true;
  }

  List<String> to(String connectionId) {
    return taken.getOrDefault(connectionId, List.of());
  }
}
