/** The vocabulary of a pro forma, from the request by public link to the invoice it becomes. */
@NullMarked
package za.lexohub.messages.proforma;

import org.jspecify.annotations.NullMarked;
