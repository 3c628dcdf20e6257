package za.lexohub.readmodels.row;

import java.time.Instant;
import java.util.UUID;

/**
 * Which change a write stands for.
 *
 * @param id of the aggregate
 * @param version the aggregate's version after the change: the count of its events, from 1
 * @param at when the change was recorded
 */
public record Stamp(String tenant, UUID id, long version, Instant at) {}
