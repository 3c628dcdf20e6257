package za.lexohub.api.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import za.lexohub.audit.AuditTrail.Happening;

/**
 * One page of an aggregate's life, oldest first.
 *
 * @param nextCursor for {@code after} of the next page; null on the last one
 */
@Schema(
    description = "One page of what happened to an aggregate; nextCursor is null on the last one.")
record History(
    String aggregateId, String aggregateType, List<Happening> data, @Nullable String nextCursor) {}
