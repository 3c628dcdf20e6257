/** What every event processor must know of a failure. */
@NullMarked
package za.lexohub.messages.processing;

import org.jspecify.annotations.NullMarked;
