/** What the edge does when it has its hands full. */
@NullMarked
package za.lexohub.api.bulkhead;

import org.jspecify.annotations.NullMarked;
