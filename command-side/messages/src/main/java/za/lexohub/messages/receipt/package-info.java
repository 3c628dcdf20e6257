/** The vocabulary of money that came without an invoice. */
@NullMarked
package za.lexohub.messages.receipt;

import org.jspecify.annotations.NullMarked;
