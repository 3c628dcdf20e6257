/** Given events, then the read model. */
@NullMarked
package za.lexohub.projectors.matter;

import org.jspecify.annotations.NullMarked;
