package za.lexohub.readmodels.access;

import java.time.Instant;

/**
 * Somebody who may see a matter.
 *
 * @param attorneyId the subject of the attorney's token
 * @param level {@code VIEW}, {@code APPROVE} or {@code ADMIN}
 */
public record MatterGrant(String attorneyId, String level, Instant grantedAt) {}
