package za.lexohub.benchmarks.contestant;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import za.lexohub.messages.matter.MatterEvents.MatterPutOnHold;

/** The smallest aggregate: it decides nothing, so that what is measured is the way to the log. */
@Aggregate(cache = "aggregateCache")
public class Tally {

  /**
   * Asks for some events at once.
   *
   * @param text goes into each of them, with its number
   */
  public record Count(@TargetAggregateIdentifier UUID id, String text, int events) {}

  @AggregateIdentifier private UUID id;
  private long counted;

  Tally() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(Count command) {
    for (int i = 1; i <= command.events(); i++) {
      AggregateLifecycle.apply(
          Samples.payload(command.id(), command.text() + "#" + i + "/" + command.events() + "#"));
    }
  }

  @EventSourcingHandler
  void evolve(MatterPutOnHold event) {
    id = event.matterId().value();
    counted++;
  }
}
