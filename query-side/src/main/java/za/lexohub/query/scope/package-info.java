/** Questions about scope amendments. */
@NullMarked
package za.lexohub.query.scope;

import org.jspecify.annotations.NullMarked;
