/** A day's use of the whole application by many practices, and how it bears it. */
@NullMarked
package za.lexohub.benchmarks.mixed;

import org.jspecify.annotations.NullMarked;
