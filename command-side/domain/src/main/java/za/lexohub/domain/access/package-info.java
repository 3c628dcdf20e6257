/** What an attorney with a login may do, by the grants in a matter's own stream. */
@NullMarked
package za.lexohub.domain.access;

import org.jspecify.annotations.NullMarked;
