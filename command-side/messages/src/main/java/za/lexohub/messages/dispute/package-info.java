/** The vocabulary of a disputed invoice. */
@NullMarked
package za.lexohub.messages.dispute;

import org.jspecify.annotations.NullMarked;
