/** HTTP's side of an attorney's access. */
@NullMarked
package za.lexohub.api.access;

import org.jspecify.annotations.NullMarked;
