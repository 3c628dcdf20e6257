/** Projects what is said about money and work onto the ledger. */
@NullMarked
package za.lexohub.projectors.ledger;

import org.jspecify.annotations.NullMarked;
