/** What has to happen by itself about retainers and trust money. */
@NullMarked
package za.lexohub.processes.clientmoney;

import org.jspecify.annotations.NullMarked;
