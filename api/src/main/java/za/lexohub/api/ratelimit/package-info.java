/** How often the edge may be asked, by whom. */
@NullMarked
package za.lexohub.api.ratelimit;

import org.jspecify.annotations.NullMarked;
