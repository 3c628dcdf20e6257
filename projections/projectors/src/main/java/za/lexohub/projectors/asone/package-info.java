/** Applies the events of a batch as one, and one by one when that fails. */
@NullMarked
package za.lexohub.projectors.asone;

import org.jspecify.annotations.NullMarked;
