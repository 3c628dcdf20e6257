/** Documents that a person adds to a matter or an invoice. */
@NullMarked
package za.lexohub.domain.attachment;

import org.jspecify.annotations.NullMarked;
