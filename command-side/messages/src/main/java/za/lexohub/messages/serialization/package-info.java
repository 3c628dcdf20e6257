/** How a message is written: logical names and revisions, never class names. */
@NullMarked
package za.lexohub.messages.serialization;

import org.jspecify.annotations.NullMarked;
