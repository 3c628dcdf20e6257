/** Given events, then the read model. */
@NullMarked
package za.lexohub.projectors.claims;

import org.jspecify.annotations.NullMarked;
