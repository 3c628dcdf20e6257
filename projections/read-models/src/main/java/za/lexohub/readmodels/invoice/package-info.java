/** Invoices as lists and pages show them, in SQL. */
@NullMarked
package za.lexohub.readmodels.invoice;

import org.jspecify.annotations.NullMarked;
