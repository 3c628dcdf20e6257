/** Given events, then the read model. */
@NullMarked
package za.lexohub.projectors.promises;

import org.jspecify.annotations.NullMarked;
