/** The read side's stores of an attorney's access. */
@NullMarked
package za.lexohub.readmodels.access;

import org.jspecify.annotations.NullMarked;
