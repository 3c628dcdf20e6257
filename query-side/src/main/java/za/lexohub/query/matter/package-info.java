/** Questions about matters. */
@NullMarked
package za.lexohub.query.matter;

import org.jspecify.annotations.NullMarked;
