/** How many requests a node works on at a time. */
@NullMarked
package za.lexohub.api.bulkhead;

import org.jspecify.annotations.NullMarked;
