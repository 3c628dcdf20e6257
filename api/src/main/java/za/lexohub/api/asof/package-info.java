/** Reads of a thing as it was, at a time or at a position of the log. */
@NullMarked
package za.lexohub.api.asof;

import org.jspecify.annotations.NullMarked;
