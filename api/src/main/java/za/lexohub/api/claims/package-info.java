/** HTTP's side of credit notes, disputes and receipts. */
@NullMarked
package za.lexohub.api.claims;

import org.jspecify.annotations.NullMarked;
