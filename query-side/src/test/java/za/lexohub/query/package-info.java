/** Questions asked of the real stores. */
@NullMarked
package za.lexohub.query;

import org.jspecify.annotations.NullMarked;
