/** The vocabulary of credit and debit notes. */
@NullMarked
package za.lexohub.messages.creditnote;

import org.jspecify.annotations.NullMarked;
