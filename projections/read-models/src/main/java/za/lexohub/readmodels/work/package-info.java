/** The read side's stores of work logged on matters. */
@NullMarked
package za.lexohub.readmodels.work;

import org.jspecify.annotations.NullMarked;
