/** WebSockets at API Gateway. */
@NullMarked
package za.lexohub.api.websocket;

import org.jspecify.annotations.NullMarked;
