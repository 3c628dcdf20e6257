/** The logs of past releases, read by the present projectors. */
@NullMarked
package za.lexohub.projectors.golden;

import org.jspecify.annotations.NullMarked;
