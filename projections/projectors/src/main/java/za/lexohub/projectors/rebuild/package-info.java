/** Builds a read model anew beside the one that is read, and lets the two change places. */
@NullMarked
package za.lexohub.projectors.rebuild;

import org.jspecify.annotations.NullMarked;
