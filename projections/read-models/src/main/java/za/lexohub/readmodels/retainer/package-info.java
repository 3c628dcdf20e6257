/** Retainers in the read model {@code client-money}. */
@NullMarked
package za.lexohub.readmodels.retainer;

import org.jspecify.annotations.NullMarked;
