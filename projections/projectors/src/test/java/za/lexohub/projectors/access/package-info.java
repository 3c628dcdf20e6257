/** Given events, then the read model. */
@NullMarked
package za.lexohub.projectors.access;

import org.jspecify.annotations.NullMarked;
