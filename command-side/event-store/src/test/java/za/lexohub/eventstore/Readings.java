package za.lexohub.eventstore;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;

/**
 * A projector that writes down what it was given, in its batch's transaction, and fails when told
 * to.
 */
@ProcessingGroup("readings")
class Readings {

  final Set<String> poison = ConcurrentHashMap.newKeySet();
  final Set<String> badSql = ConcurrentHashMap.newKeySet();
  final AtomicInteger outages = new AtomicInteger();
  private final JdbcClient jdbc;

  Readings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventHandler
  void on(MatterPutOnHold event, TrackingToken token, ReplayStatus status) throws IOException {
    String text = event.reason().ciphertext();
    if (outages.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new IOException("the store is away");
    }
    if (poison.contains(text)) {
      throw new IllegalStateException("cannot project " + text);
    }
    if (badSql.contains(text)) {
      jdbc.sql("insert into token_entry (processor_name) values (null)").update();
    }
    jdbc.sql("insert into reading (position, text, replayed) values (?, ?, ?)")
        .params(token.position().orElseThrow(), text, status.isReplay())
        .update();
  }
}
