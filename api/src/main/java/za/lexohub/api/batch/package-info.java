/** Batches of invoices over HTTP. */
@NullMarked
package za.lexohub.api.batch;

import org.jspecify.annotations.NullMarked;
