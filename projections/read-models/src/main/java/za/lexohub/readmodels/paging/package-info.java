/** Pages of a list by keyset: order, cursor, ranges. */
@NullMarked
package za.lexohub.readmodels.paging;

import org.jspecify.annotations.NullMarked;
