package za.lexohub.api.selfcheck;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.audit.AuditTrail;
import za.lexohub.audit.AuditTrail.Change;
import za.lexohub.audit.AuditTrail.Happening;
import za.lexohub.audit.AuditTrail.HistoryPage;
import za.lexohub.audit.AuditTrail.Moment;
import za.lexohub.messages.TenantId;
import za.lexohub.query.selfcheck.IndependentFold;

/** The audit's fold of the log, which shares no code with projectors and read models. */
final class FoldOfTheAudit implements IndependentFold {
  private static final int PAGE = 200;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final AuditTrail trail;

  FoldOfTheAudit(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public <T> Optional<T> at(String tenant, Kind kind, UUID id, long position, Class<T> view) {
    return trail
        .asOf(new TenantId(tenant), kind(kind), id, new Moment.Position(position))
        .map(asOf -> JSON.convertValue(asOf.state(), view));
  }

  @Override
  public long causeOf(String tenant, UUID id, Set<String> fields) {
    long cause = 0;
    long after = -1;
    while (true) {
      Optional<HistoryPage> page = trail.history(new TenantId(tenant), id.toString(), after, PAGE);
      if (page.isEmpty()) {
        return cause;
      }
      for (Happening happening : page.get().entries()) {
        if (happening.changes().stream().anyMatch(change -> fields.contains(field(change)))) {
          cause = happening.position();
        }
      }
      Long next = page.get().next();
      if (next == null) {
        return cause;
      }
      after = next;
    }
  }

  /** The first part of the pointer. */
  private static String field(Change change) {
    String path = change.path().substring(1);
    int end = path.indexOf('/');
    return end < 0 ? path : path.substring(0, end);
  }

  private static AuditTrail.Kind kind(Kind kind) {
    return switch (kind) {
      case MATTER -> AuditTrail.Kind.MATTER;
      case PRO_FORMA -> AuditTrail.Kind.PRO_FORMA;
      case INVOICE -> AuditTrail.Kind.INVOICE;
    };
  }
}
