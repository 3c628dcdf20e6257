package za.lexohub.benchmarks.contestant;

import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** One process' way to the log. Two nodes of one contestant share a database and nothing else. */
public interface Node extends AutoCloseable {

  /** Stores one event; durable when this returns. */
  void append(UUID stream, long sequence);

  /** Sends a command that leads to one event, and waits for its result. */
  void command(UUID aggregate);

  /** The whole log from its beginning. */
  Stream<? extends TrackedEventMessage<?>> readAll();

  @Override
  void close();
}
