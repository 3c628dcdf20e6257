/** HTTP's side of retainers and trust money. */
@NullMarked
package za.lexohub.api.clientmoney;

import org.jspecify.annotations.NullMarked;
