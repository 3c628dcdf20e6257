/** What the harness itself has to get right. */
@NullMarked
package za.lexohub.benchmarks;

import org.jspecify.annotations.NullMarked;
