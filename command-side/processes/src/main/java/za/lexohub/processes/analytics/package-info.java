/**
 * A record of what the event bus brought, to hold against the log; nothing here reads it, and it is
 * kept for good.
 */
@NullMarked
package za.lexohub.processes.analytics;

import org.jspecify.annotations.NullMarked;
