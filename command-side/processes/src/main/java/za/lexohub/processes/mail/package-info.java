/** Writes and sends the mails of a practice, and records what became of each. */
@NullMarked
package za.lexohub.processes.mail;

import org.jspecify.annotations.NullMarked;
