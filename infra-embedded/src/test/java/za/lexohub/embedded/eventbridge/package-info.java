/** Shows that the contract server holds a real client to the contract. */
@NullMarked
package za.lexohub.embedded.eventbridge;

import org.jspecify.annotations.NullMarked;
