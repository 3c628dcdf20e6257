/**
 * The PostgreSQL server that holds the event store, with the two roles the application connects as
 * and the one for analysts.
 */
@NullMarked
package za.lexohub.embedded.postgres;

import org.jspecify.annotations.NullMarked;
