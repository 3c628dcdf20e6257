/** Questions about batches of invoices. */
@NullMarked
package za.lexohub.query.batch;

import org.jspecify.annotations.NullMarked;
