/** Read models that are built beside others. */
@NullMarked
package za.lexohub.projectors.rebuild;

import org.jspecify.annotations.NullMarked;
