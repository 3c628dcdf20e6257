/**
 * The PostgreSQL server that holds the event store, with the two roles the application connects as.
 */
@NullMarked
package za.lexohub.embedded.postgres;

import org.jspecify.annotations.NullMarked;
