/** Invoices: from the generated draft to the paid bill. */
@NullMarked
package za.lexohub.domain.invoice;

import org.jspecify.annotations.NullMarked;
