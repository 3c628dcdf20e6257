/** Contracts of the stores of matters. */
@NullMarked
package za.lexohub.readmodels.matter;

import org.jspecify.annotations.NullMarked;
