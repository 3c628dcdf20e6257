/** One's own sessions: where one is logged in, and ending it. */
@NullMarked
package za.lexohub.api.session;

import org.jspecify.annotations.NullMarked;
