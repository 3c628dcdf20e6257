/** How far the read models have come, and the other readers of the log. */
@NullMarked
package za.lexohub.query.projections;

import org.jspecify.annotations.NullMarked;
