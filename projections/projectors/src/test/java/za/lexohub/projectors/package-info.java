/** Given events, then the read models. */
@NullMarked
package za.lexohub.projectors;

import org.jspecify.annotations.NullMarked;
