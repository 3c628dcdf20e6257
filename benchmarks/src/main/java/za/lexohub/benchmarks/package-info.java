/** Measures what the project claims, side by side with its peers. */
@NullMarked
package za.lexohub.benchmarks;

import org.jspecify.annotations.NullMarked;
