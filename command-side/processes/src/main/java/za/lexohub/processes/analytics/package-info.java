/** What analysts are told of the events on the bus. */
@NullMarked
package za.lexohub.processes.analytics;

import org.jspecify.annotations.NullMarked;
