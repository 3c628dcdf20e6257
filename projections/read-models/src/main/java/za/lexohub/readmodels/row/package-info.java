/** Rows of one tenant: how they are reached, and how an older write is refused. */
@NullMarked
package za.lexohub.readmodels.row;

import org.jspecify.annotations.NullMarked;
