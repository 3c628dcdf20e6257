/** Questions about retainers and trust money. */
@NullMarked
package za.lexohub.query.clientmoney;

import org.jspecify.annotations.NullMarked;
