package za.lexohub.api.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.audit.AuditTrail.LoggedEvent;

/**
 * One page of the log.
 *
 * @param next for {@code after} of the next page; null on the last one
 */
@Schema(description = "One page of the log; next is null on the last one.")
record EventListing(List<LoggedEvent> entries, @Nullable String next) {}
