/** Questions about retainers. */
@NullMarked
package za.lexohub.query.retainer;

import org.jspecify.annotations.NullMarked;
