/** Questions about trust money. */
@NullMarked
package za.lexohub.query.trust;

import org.jspecify.annotations.NullMarked;
