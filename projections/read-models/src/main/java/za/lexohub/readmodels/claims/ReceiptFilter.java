package za.lexohub.readmodels.claims;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import za.lexohub.readmodels.paging.Range;

/**
 * Which receipts a list holds.
 *
 * @param open whether something is left; either when absent
 */
public record ReceiptFilter(
    @Nullable Boolean open, @Nullable UUID matterId, Range<LocalDate> receivedOn) {}
