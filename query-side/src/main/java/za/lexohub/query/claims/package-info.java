/** Questions about credit notes, disputes and receipts. */
@NullMarked
package za.lexohub.query.claims;

import org.jspecify.annotations.NullMarked;
