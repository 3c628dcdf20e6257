/** Batches of invoices: what was asked for, and what became of each entry. */
@NullMarked
package za.lexohub.domain.batch;

import org.jspecify.annotations.NullMarked;
