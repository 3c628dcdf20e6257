/** The changes of the books for clients that hold a WebSocket at API Gateway. */
@NullMarked
package za.lexohub.api.websocket;

import org.jspecify.annotations.NullMarked;
