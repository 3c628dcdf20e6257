/** Versions of read models beside others. */
@NullMarked
package za.lexohub.readmodels.rebuild;

import org.jspecify.annotations.NullMarked;
