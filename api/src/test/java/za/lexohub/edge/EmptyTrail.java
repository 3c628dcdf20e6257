package za.lexohub.edge;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import za.lexohub.audit.AuditTrail;
import za.lexohub.messages.TenantId;

/** The trail of a log of fifty events of other tenants. */
final class EmptyTrail implements AuditTrail {

  @Override
  public EventPage events(TenantId tenant, EventFilter filter, long after, int limit) {
    // One that few events pass, so that a page ends before it has found any.
    return new EventPage(List.of(), "seldom".equals(filter.actor()) && after < 7 ? 7L : null);
  }

  @Override
  public Optional<String> event(TenantId tenant, UUID eventId) {
    return Optional.empty();
  }

  @Override
  public Export export(TenantId tenant, EventFilter filter) {
    return out -> {
      if ("busy".equals(filter.actor())) {
        throw new Busy();
      }
    };
  }

  @Override
  public Optional<HistoryPage> history(TenantId tenant, String aggregateId, long after, int limit) {
    return aggregateId.startsWith("told")
        ? Optional.of(new HistoryPage("Matter", List.of(), after < 3 ? 3L : null))
        : Optional.empty();
  }

  @Override
  public long position(Moment moment) {
    if (moment instanceof Moment.Position asked && asked.position() > 50) {
      throw new NotYetHappened("The log ends at position 50.");
    }
    return moment instanceof Moment.Position asked ? asked.position() : 40;
  }

  /** There is nothing of this tenant, but at position 13 much that breaks off. */
  @Override
  public void everyAsOf(TenantId tenant, Kind kind, long position, StateVisitor visitor)
      throws IOException {
    if (position == 13) {
      for (int i = 0; i < 20_000; i++) {
        visitor.visit(Map.of("id", UUID.randomUUID(), "status", "ACTIVE"));
      }
    }
    if (position == 13 || position == 14) {
      throw new IllegalStateException("10.0.0.9 is gone");
    }
  }

  @Override
  public Optional<AsOf> asOf(TenantId tenant, Kind kind, UUID id, Moment moment) {
    if (moment instanceof Moment.Position asked && asked.position() > 50) {
      throw new NotYetHappened("The log ends at position 50.");
    }
    return Optional.empty();
  }
}
