/** Retainers: money paid ahead for the invoices of one matter. */
@NullMarked
package za.lexohub.domain.retainer;

import org.jspecify.annotations.NullMarked;
