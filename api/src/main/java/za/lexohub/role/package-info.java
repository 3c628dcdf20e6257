/** The five roles of a process; without a choice it plays them all. */
@NullMarked
package za.lexohub.role;

import org.jspecify.annotations.NullMarked;
