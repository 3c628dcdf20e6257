/** Streams of changes, without a store or a connection. */
@NullMarked
package za.lexohub.query.live;

import org.jspecify.annotations.NullMarked;
