/**
 * How a message is written, by logical names and revisions and never class names, and how what
 * older releases wrote is read.
 */
@NullMarked
package za.lexohub.messages.serialization;

import org.jspecify.annotations.NullMarked;
