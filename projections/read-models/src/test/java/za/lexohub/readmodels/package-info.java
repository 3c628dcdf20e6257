/** Contracts of the stores, on the real parts. */
@NullMarked
package za.lexohub.readmodels;

import org.jspecify.annotations.NullMarked;
