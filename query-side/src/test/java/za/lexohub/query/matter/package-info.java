/** Questions asked of the real stores. */
@NullMarked
package za.lexohub.query.matter;

import org.jspecify.annotations.NullMarked;
