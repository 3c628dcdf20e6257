/** Amounts, priced lines and totals, in integer minor units. */
@NullMarked
package za.lexohub.messages.money;

import org.jspecify.annotations.NullMarked;
