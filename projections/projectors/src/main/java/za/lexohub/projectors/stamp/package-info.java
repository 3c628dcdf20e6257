/** Says which change an event stands for, and where in the log. */
@NullMarked
package za.lexohub.projectors.stamp;

import org.jspecify.annotations.NullMarked;
