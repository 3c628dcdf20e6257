/** Projects events of retainers and trust money onto their read models. */
@NullMarked
package za.lexohub.projectors.clientmoney;

import org.jspecify.annotations.NullMarked;
