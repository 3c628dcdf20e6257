/** The port to the ledger of idempotency keys, which commits with the events it vouches for. */
@NullMarked
package za.lexohub.messages.ledger;

import org.jspecify.annotations.NullMarked;
