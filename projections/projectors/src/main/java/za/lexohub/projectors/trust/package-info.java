/** Keeps the read model of trust money. */
@NullMarked
package za.lexohub.projectors.trust;

import org.jspecify.annotations.NullMarked;
