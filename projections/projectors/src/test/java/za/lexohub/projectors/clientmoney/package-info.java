/** The read models of the practice, retainers and trust money, fed from their events. */
@NullMarked
package za.lexohub.projectors.clientmoney;

import org.jspecify.annotations.NullMarked;
