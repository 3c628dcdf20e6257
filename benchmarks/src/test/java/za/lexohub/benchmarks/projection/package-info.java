/** What read models are fed with when they are measured. */
@NullMarked
package za.lexohub.benchmarks.projection;

import org.jspecify.annotations.NullMarked;
