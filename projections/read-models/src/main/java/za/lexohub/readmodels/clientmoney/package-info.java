/** The read side's stores of retainers and trust money. */
@NullMarked
package za.lexohub.readmodels.clientmoney;

import org.jspecify.annotations.NullMarked;
