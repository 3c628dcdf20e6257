/** What the process and worker roles are made of: one configuration class each. */
@NullMarked
package za.lexohub.processes;

import org.jspecify.annotations.NullMarked;
