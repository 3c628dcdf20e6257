package za.lexohub.processes.queue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Work for the batch queue. The first four fields are the plan's; which of the ids are pro formas
 * and which matters the batch itself tells.
 *
 * @param type always {@code BATCH_INVOICES}
 * @param requestIds the pro formas and matters to be invoiced
 * @param userId the tenant
 */
public record BatchInvoices(
    String type, List<UUID> requestIds, String userId, Instant timestamp, UUID batchId) {

  public static final String TYPE = "BATCH_INVOICES";
}
