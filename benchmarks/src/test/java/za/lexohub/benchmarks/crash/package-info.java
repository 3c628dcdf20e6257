/** The fault harness in short. */
@NullMarked
package za.lexohub.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
