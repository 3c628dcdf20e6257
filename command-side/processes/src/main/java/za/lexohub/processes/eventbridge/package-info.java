/** What other systems are told on the event bus, in the shapes that the plan fixed. */
@NullMarked
package za.lexohub.processes.eventbridge;

import org.jspecify.annotations.NullMarked;
