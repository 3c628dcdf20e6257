/** Engagement agreements over HTTP, the client's side by link included. */
@NullMarked
package za.lexohub.api.agreement;

import org.jspecify.annotations.NullMarked;
