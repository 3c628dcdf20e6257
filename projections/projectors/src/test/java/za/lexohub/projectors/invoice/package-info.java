/** Given events, then the read model. */
@NullMarked
package za.lexohub.projectors.invoice;

import org.jspecify.annotations.NullMarked;
