/** Amounts, lines and totals as the read side shows them, in integer minor units. */
@NullMarked
package za.lexohub.readmodels.money;

import org.jspecify.annotations.NullMarked;
