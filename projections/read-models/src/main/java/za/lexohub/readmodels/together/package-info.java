/** Writes of a batch of events that are kept back and go to their stores at once. */
@NullMarked
package za.lexohub.readmodels.together;

import org.jspecify.annotations.NullMarked;
