/** Where a message's trace goes, and what the log of the node says of the message at hand. */
@NullMarked
package za.lexohub.eventstore.tracing;

import org.jspecify.annotations.NullMarked;
