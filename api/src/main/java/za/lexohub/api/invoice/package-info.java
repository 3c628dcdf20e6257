/** Invoices and payments over HTTP. */
@NullMarked
package za.lexohub.api.invoice;

import org.jspecify.annotations.NullMarked;
