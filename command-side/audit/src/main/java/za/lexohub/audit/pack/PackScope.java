package za.lexohub.audit.pack;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import za.lexohub.audit.LogProofs.SignedCheckpoint;
import za.lexohub.audit.log.EventExport;
import za.lexohub.audit.log.LogQuery;
import za.lexohub.messages.TenantId;

/**
 * What a pack is about.
 *
 * @param aggregateId absent when it is about the whole tenant
 * @param checkpoint that covers all of it, and ends it
 */
record PackScope(
    TenantId tenant, @Nullable String aggregateId, SignedCheckpoint checkpoint, Instant created) {

  LogQuery events() {
    return LogQuery.of(tenant.value(), aggregateId, checkpoint.size());
  }

  Map<String, Object> json() {
    return EventExport.scope(tenant.value(), aggregateId);
  }

  /** As the manifest has it. */
  String line() {
    return "tenant " + tenant + (aggregateId == null ? "" : " aggregate " + aggregateId);
  }
}
