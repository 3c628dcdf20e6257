/** API Gateway's end of the WebSockets. */
@NullMarked
package za.lexohub.sessions.gateway;

import org.jspecify.annotations.NullMarked;
