/** Traces and the ids in the log of a node. */
@NullMarked
package za.lexohub.eventstore.tracing;

import org.jspecify.annotations.NullMarked;
