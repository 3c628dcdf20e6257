/** That a day has in it what it says. */
@NullMarked
package za.lexohub.benchmarks.mixed;

import org.jspecify.annotations.NullMarked;
