/** Given events, then the read model. */
@NullMarked
package za.lexohub.projectors.publiclink;

import org.jspecify.annotations.NullMarked;
