/** The vocabulary of a matter: the commands that may be sent and the events that may follow. */
@NullMarked
package za.lexohub.messages.matter;

import org.jspecify.annotations.NullMarked;
