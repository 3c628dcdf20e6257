/** What could not be worked off is shown to operators and given back to its queue. */
@NullMarked
package za.lexohub.processes.redrive;

import org.jspecify.annotations.NullMarked;
