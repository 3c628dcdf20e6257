/** The vocabulary of a tenant's gapless number sequences. */
@NullMarked
package za.lexohub.messages.numbering;

import org.jspecify.annotations.NullMarked;
