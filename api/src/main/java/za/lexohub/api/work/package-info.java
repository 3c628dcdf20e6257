/** HTTP's side of work logged on matters. */
@NullMarked
package za.lexohub.api.work;

import org.jspecify.annotations.NullMarked;
