package za.lexohub.domain.numbering;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import za.lexohub.domain.practice.Practice;
import za.lexohub.domain.tenancy.TenantOwned;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.numbering.NumberSequenceEvents.NumberAllocated;
import za.lexohub.messages.numbering.NumberSequenceEvents.NumberVoided;
import za.lexohub.messages.numbering.NumberSequenceId;

/**
 * The numbers of one series of one tenant in one year: 1, 2, 3 …, none left out, none given twice,
 * none given again after it was voided. Takes no commands; whoever makes a numbered document asks
 * it in the same unit of work.
 */
@Aggregate(cache = "aggregateCache")
class NumberSequence implements TenantOwned {
  @AggregateIdentifier private String id;
  private @Nullable TenantId tenant;
  private int last;

  NumberSequence() {}

  String allocate(NumberSequenceId sequence, Practice practice, String allocatedTo) {
    int value = Math.incrementExact(last);
    String number =
        practice.formats().print(sequence.series(), practice.bar(), sequence.year(), value);
    apply(
        new NumberAllocated(
            sequence.toString(),
            sequence.tenant(),
            sequence.series(),
            sequence.year(),
            value,
            number,
            allocatedTo));
    return number;
  }

  @EventSourcingHandler
  void evolve(NumberAllocated event) {
    id = event.sequenceId();
    tenant = event.tenantId();
    last = event.value();
  }

  void cancel(NumberSequenceId sequence, String number, String reason) {
    apply(new NumberVoided(sequence.toString(), sequence.tenant(), number, reason));
  }

  @EventSourcingHandler
  void evolve(NumberVoided event) {
    // A voided number stays counted: it is never given again.
  }

  @Override
  public @Nullable TenantId tenant() {
    return tenant;
  }
}
