/** The ways to store events that are compared with ours, all behind one interface. */
@NullMarked
package za.lexohub.benchmarks.contestant;

import org.jspecify.annotations.NullMarked;
