/** What the edge does when a quota is used up. */
@NullMarked
package za.lexohub.api.ratelimit;

import org.jspecify.annotations.NullMarked;
