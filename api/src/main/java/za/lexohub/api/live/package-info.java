/** Streams of changes over HTTP, as server-sent events. */
@NullMarked
package za.lexohub.api.live;

import org.jspecify.annotations.NullMarked;
