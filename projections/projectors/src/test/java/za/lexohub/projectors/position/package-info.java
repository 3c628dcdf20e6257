/** Given events, then the read model. */
@NullMarked
package za.lexohub.projectors.position;

import org.jspecify.annotations.NullMarked;
