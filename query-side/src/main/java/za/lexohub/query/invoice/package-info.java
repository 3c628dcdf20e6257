/** Questions about invoices. */
@NullMarked
package za.lexohub.query.invoice;

import org.jspecify.annotations.NullMarked;
