/** Keeps the read model of retainers. */
@NullMarked
package za.lexohub.projectors.retainer;

import org.jspecify.annotations.NullMarked;
