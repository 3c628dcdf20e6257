/** Who is logged in where, how often anybody may ask, and who listens for changes. */
@NullMarked
package za.lexohub.sessions;

import org.jspecify.annotations.NullMarked;
