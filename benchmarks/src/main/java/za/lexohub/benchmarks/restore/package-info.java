/** A log that is backed up while it is written, lost, restored elsewhere and verified. */
@NullMarked
package za.lexohub.benchmarks.restore;

import org.jspecify.annotations.NullMarked;
