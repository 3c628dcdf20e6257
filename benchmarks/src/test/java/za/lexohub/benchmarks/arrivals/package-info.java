/** That nobody's waiting is left out. */
@NullMarked
package za.lexohub.benchmarks.arrivals;

import org.jspecify.annotations.NullMarked;
