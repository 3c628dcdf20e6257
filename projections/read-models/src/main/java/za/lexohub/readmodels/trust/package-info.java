/** The trust account in the read model {@code client-money}. */
@NullMarked
package za.lexohub.readmodels.trust;

import org.jspecify.annotations.NullMarked;
