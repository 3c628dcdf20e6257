/** HTTP's side of documents added to matters and invoices. */
@NullMarked
package za.lexohub.api.attachment;

import org.jspecify.annotations.NullMarked;
