/** Shows that the ledger says what happened to money and work. */
@NullMarked
package za.lexohub.projectors.ledger;

import org.jspecify.annotations.NullMarked;
