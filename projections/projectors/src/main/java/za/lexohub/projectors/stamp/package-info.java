/** Gives event handlers the stamp of the change that an event stands for. */
@NullMarked
package za.lexohub.projectors.stamp;

import org.jspecify.annotations.NullMarked;
