/** Batches of invoices, entry by entry, in SQL. */
@NullMarked
package za.lexohub.readmodels.batch;

import org.jspecify.annotations.NullMarked;
