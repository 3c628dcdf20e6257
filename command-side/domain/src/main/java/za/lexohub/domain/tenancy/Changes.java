package za.lexohub.domain.tenancy;

import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import za.lexohub.messages.Bookkeeping;
import za.lexohub.messages.DomainEvent;

/**
 * Remembers in which version of an aggregate somebody last changed something. Documents are
 * rendered and mails sent in the background; were each of their events a conflict for whoever has
 * read the aggregate just before, no person could ever send a command in time.
 */
public final class Changes {

  private long last;

  @EventSourcingHandler
  void evolve(DomainEvent event, @SequenceNumber long sequence) {
    if (!(event instanceof Bookkeeping)) {
      last = sequence + 1;
    }
  }

  /** The version with the last change; 0 before the first event. */
  public long last() {
    return last;
  }
}
