/** Projects events onto the read model of invoices. */
@NullMarked
package za.lexohub.projectors.invoice;

import org.jspecify.annotations.NullMarked;
