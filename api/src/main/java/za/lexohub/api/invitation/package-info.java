/** HTTP's side of inviting attorneys. */
@NullMarked
package za.lexohub.api.invitation;

import org.jspecify.annotations.NullMarked;
