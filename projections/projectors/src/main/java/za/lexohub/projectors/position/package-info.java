/** Tells how far the processors of the read models have come. */
@NullMarked
package za.lexohub.projectors.position;

import org.jspecify.annotations.NullMarked;
