package za.lexohub.eventstore;

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
import za.lexohub.messages.matter.MatterId;
import za.lexohub.messages.party.PersonalData;

/** An aggregate with one command, enough to drive the store through Axon. */
@Aggregate(cache = "aggregateCache")
class Ledger {

  record Write(@TargetAggregateIdentifier UUID id, String text) {}

  /** Refused unless {@code before} is what was written last. */
  record WriteAfter(@TargetAggregateIdentifier UUID id, String before, String text) {}

  /** Writes nothing if it is what was written last. */
  record WriteUnlessThere(@TargetAggregateIdentifier UUID id, String text) {}

  @AggregateIdentifier private UUID id;
  private String last = "";

  Ledger() {}

  String last() {
    return last;
  }

  /** Nothing here is secret, so the text stands where the sealed one would. */
  static MatterPutOnHold written(UUID id, String text) {
    return new MatterPutOnHold(new MatterId(id), new PersonalData(id, id, "", text));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(Write command) {
    AggregateLifecycle.apply(written(command.id(), command.text()));
  }

  @CommandHandler
  void decide(WriteAfter command) {
    if (!last.equals(command.before())) {
      throw new IllegalStateException("the last is " + last);
    }
    AggregateLifecycle.apply(written(command.id(), command.text()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(WriteUnlessThere command) {
    if (!last.equals(command.text())) {
      AggregateLifecycle.apply(written(command.id(), command.text()));
    }
  }

  @EventSourcingHandler
  void evolve(MatterPutOnHold event) {
    id = event.matterId().value();
    last = event.reason().ciphertext();
  }
}
