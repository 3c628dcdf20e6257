/**
 * The one way from a request that changes something to its answer: preconditions, idempotency,
 * dispatch.
 */
@NullMarked
package za.lexohub.api.command;

import org.jspecify.annotations.NullMarked;
