/** Questions about an attorney's access. */
@NullMarked
package za.lexohub.query.access;

import org.jspecify.annotations.NullMarked;
