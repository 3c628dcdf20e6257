/** Versions of read models that are built beside those that are read, and how the two compare. */
@NullMarked
package za.lexohub.readmodels.rebuild;

import org.jspecify.annotations.NullMarked;
