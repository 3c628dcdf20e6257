/** The vocabulary of an engagement agreement. */
@NullMarked
package za.lexohub.messages.agreement;

import org.jspecify.annotations.NullMarked;
