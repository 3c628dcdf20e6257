/** Axon's event storage engine on PostgreSQL, and the infrastructure that runs beside it. */
@NullMarked
package za.lexohub.eventstore;

import org.jspecify.annotations.NullMarked;
