/** Holds what was signed, where it is kept and the key that signs it. */
@NullMarked
package za.lexohub.audit.checkpoint;

import org.jspecify.annotations.NullMarked;
