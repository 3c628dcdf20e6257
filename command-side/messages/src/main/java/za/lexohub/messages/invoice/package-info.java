/** The vocabulary of an invoice, from the draft to the last cent paid. */
@NullMarked
package za.lexohub.messages.invoice;

import org.jspecify.annotations.NullMarked;
