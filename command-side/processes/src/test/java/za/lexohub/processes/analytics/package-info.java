/** What analysts are told. */
@NullMarked
package za.lexohub.processes.analytics;

import org.jspecify.annotations.NullMarked;
