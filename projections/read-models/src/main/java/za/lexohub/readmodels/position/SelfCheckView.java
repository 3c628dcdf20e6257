package za.lexohub.readmodels.position;

import java.time.Instant;

/**
 * What the last comparison of a read model with a fold of the log has come to.
 *
 * @param tenants how many were looked at
 * @param aggregates how many were compared
 * @param drifts how many differ now, also of those that earlier comparisons have found
 */
public record SelfCheckView(Instant at, long tenants, long aggregates, long drifts) {}
