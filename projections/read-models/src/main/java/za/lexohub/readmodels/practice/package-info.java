/** The read model {@code practice}: the advocate's own particulars and choices. */
@NullMarked
package za.lexohub.readmodels.practice;

import org.jspecify.annotations.NullMarked;
