/** Given events, then the read model. */
@NullMarked
package za.lexohub.projectors.papers;

import org.jspecify.annotations.NullMarked;
