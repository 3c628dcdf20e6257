/** Requests that come when they come, whatever the answers take, and what became of them. */
@NullMarked
package za.lexohub.benchmarks.arrivals;

import org.jspecify.annotations.NullMarked;
