package za.lexohub.eventstore;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** An aggregate of another kind than {@link Ledger}. */
@Aggregate(cache = "aggregateCache")
class Diary {

  record Note(@TargetAggregateIdentifier UUID id, String text) {}

  @AggregateIdentifier private UUID id;

  Diary() {}

  @CommandHandler
  void decide(Note command) {
    AggregateLifecycle.apply(Ledger.written(command.id(), command.text()));
  }
}
