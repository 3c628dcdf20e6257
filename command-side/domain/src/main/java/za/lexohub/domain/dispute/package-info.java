/** Disputes about invoices: from the complaint to its end. */
@NullMarked
package za.lexohub.domain.dispute;

import org.jspecify.annotations.NullMarked;
