/** The WebSockets' other ends, at API Gateway. */
@NullMarked
package za.lexohub.sessions.gateway;

import org.jspecify.annotations.NullMarked;
