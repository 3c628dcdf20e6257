/** How a stream of changes is written. */
@NullMarked
package za.lexohub.api.live;

import org.jspecify.annotations.NullMarked;
