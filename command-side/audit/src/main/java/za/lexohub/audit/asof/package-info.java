/** Folds the events of one aggregate into what it was at a position. */
@NullMarked
package za.lexohub.audit.asof;

import org.jspecify.annotations.NullMarked;
