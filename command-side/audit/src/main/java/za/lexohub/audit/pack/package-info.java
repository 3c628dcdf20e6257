/** Puts everything that proves a tenant's or an aggregate's history into one ZIP. */
@NullMarked
package za.lexohub.audit.pack;

import org.jspecify.annotations.NullMarked;
