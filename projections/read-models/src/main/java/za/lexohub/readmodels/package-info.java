/** Shapes and stores of the read side; none of them knows an event. */
@NullMarked
package za.lexohub.readmodels;

import org.jspecify.annotations.NullMarked;
