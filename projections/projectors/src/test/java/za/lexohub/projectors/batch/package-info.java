/** Batches of invoices are shown as their events tell. */
@NullMarked
package za.lexohub.projectors.batch;

import org.jspecify.annotations.NullMarked;
