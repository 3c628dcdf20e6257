/** Admits a command to an aggregate of its own tenant and expected version only. */
@NullMarked
package za.lexohub.domain.tenancy;

import org.jspecify.annotations.NullMarked;
